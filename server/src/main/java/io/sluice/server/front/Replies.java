package io.sluice.server.front;

import io.sluice.server.http.Refusal;
import io.sluice.server.http.Reply;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The reply to whatever a route came to. */
final class Replies {

  private Replies() {}

  static Reply of(@Nullable Reply reply, @Nullable Throwable trouble) {
    if (reply != null) {
      return reply;
    }
    Throwable cause =
        trouble instanceof CompletionException && trouble.getCause() != null
            ? trouble.getCause()
            : trouble;
    if (cause instanceof Refusal refused) {
      return refused.reply();
    }
    return new Refusal(500, "internal_error", "the server could not answer: a fault of its own")
        .reply();
  }
}
