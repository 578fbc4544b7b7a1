package io.sluice.server.routes;

import io.sluice.server.http.Refusal;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Says that the archive cannot be read. The status is that of a run which is not there, as far as
 * anyone can tell: a client that is told of a fault of the server would not come back.
 */
final class UnreadableArchive {

  private UnreadableArchive() {}

  /** The same stage, which fails with a refusal if the archive cannot be read. */
  static <T> CompletionStage<T> readable(CompletionStage<T> stage) {
    return stage.exceptionally(
        trouble -> {
          throw said(trouble);
        });
  }

  private static RuntimeException said(Throwable trouble) {
    Throwable cause =
        trouble instanceof CompletionException && trouble.getCause() != null
            ? trouble.getCause()
            : trouble;
    return cause instanceof UncheckedIOException unreadable
        ? new Refusal(404, "archive_unreadable", String.valueOf(unreadable.getMessage()))
        : new CompletionException(cause);
  }
}
