package io.sluice.cli;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.chat.Json;
import io.sluice.sink.OwnerOnly;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.sinks.sqlite.DamagedArchiveException;
import io.sluice.sinks.sqlite.SqliteLibrary;
import io.sluice.sinks.sqlite.SqliteSink;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a run in the user's archive, which is opened on a thread of its own: loading SQLite takes
 * longer than a request may be held up. Whatever fails costs nothing but the record, and is said in
 * one line at the end. Mutable; for one run.
 */
final class ArchiveSink implements Sink {
  private final ArchivePlaces places;
  private final Conversation conversation;
  private final Notices notices;
  private CompletableFuture<Sink> opening =
      CompletableFuture.failedFuture(new IllegalStateException("onOpen comes first"));
  private @Nullable Throwable failure;
  private volatile Optional<String> remark = Optional.empty();
  private boolean opened;

  ArchiveSink(ArchivePlaces places, Conversation conversation, Notices notices) {
    this.places = places;
    this.conversation = conversation;
    this.notices = notices;
  }

  @Override
  public void onOpen(StreamContext context) {
    opened = true;
    opening = new CompletableFuture<>();
    CompletableFuture<Sink> result = opening;
    var thread = new Thread(() -> open(context, result), "sluice-archive");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void onRetry(Retry retry) {
    attempt(sink -> sink.onRetry(retry));
  }

  @Override
  public void onChunk(Chunk chunk) {
    attempt(sink -> sink.onChunk(chunk));
  }

  @Override
  public void onEnd(Outcome outcome) {
    attempt(sink -> sink.onEnd(outcome));
  }

  @Override
  public void close() {
    if (opened) {
      attempt(Sink::close);
      remark.ifPresent(notices::error);
      if (failure != null) {
        notices.error("this answer is not kept: " + said(failure));
      } else {
        tellOnce();
      }
    }
  }

  private void open(StreamContext context, CompletableFuture<Sink> result) {
    try {
      SqliteLibrary.keepIn(places.libraries());
      makeFolder(places.file());
      result.complete(openedIn(context));
      // The first count loads its tables; better now than when everything waits for the end.
      count(context.request(), Completion.empty());
    } catch (Throwable refused) {
      result.completeExceptionally(refused);
    }
  }

  private Sink openedIn(StreamContext context) throws IOException {
    try {
      return sink(context);
    } catch (DamagedArchiveException damaged) {
      remark = Optional.of(UserArchive.setAside(places.file(), damaged));
      return sink(context);
    }
  }

  private Sink sink(StreamContext context) throws IOException {
    SqliteSink sink =
        SqliteSink.of(places.file())
            .within(conversation.nameOr(context.id()))
            .counting(ArchiveSink::count);
    try {
      sink.onOpen(context);
      return sink;
    } catch (IOException refused) {
      sink.close();
      throw refused;
    }
  }

  /** After the first failure nothing more is tried but to close. */
  private void attempt(Step step) {
    if (failure != null) {
      return;
    }
    try {
      step.take(opening.join());
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (CompletionException unopened) {
      failure = unopened.getCause();
    } catch (Throwable refused) {
      failure = refused;
    }
  }

  /** Who was told once is not told again. */
  private void tellOnce() {
    if (places.toggle().position() == ArchiveSwitch.Position.UNTOLD
        && notices.notice(
            "answers are kept in " + places.file() + "; 'sluice log off' stops that")) {
      try {
        places.toggle().turn(ArchiveSwitch.Position.ON);
      } catch (IOException toBeToldAgain) {
        return;
      }
    }
  }

  private static Optional<Json> count(Optional<ChatRequest> request, Completion completion) {
    return Optional.of(Counting.of(request, completion).json());
  }

  private static void makeFolder(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder != null && Files.notExists(folder)) {
      try {
        Files.createDirectories(folder, OwnerOnly.folder(folder));
      } catch (IOException refused) {
        throw new IOException(folder + " cannot be made; check the permissions there", refused);
      }
    }
  }

  private static String said(@Nullable Throwable thrown) {
    String message = thrown == null ? null : thrown.getMessage();
    return thrown instanceof IOException && message != null ? message : String.valueOf(thrown);
  }

  @FunctionalInterface
  private interface Step {
    void take(Sink sink) throws IOException;
  }
}
