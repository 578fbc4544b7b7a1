package io.sluice.cli.archive;

import io.sluice.cli.command.Call;
import io.sluice.cli.terminal.Notices;
import io.sluice.cli.terminal.StandardOutput;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.sinks.sqlite.DamagedArchiveException;
import io.sluice.sinks.sqlite.SqliteSink;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.io.IOException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a run in the user's archive, which is opened on a thread of its own, and not before the
 * first token was handed on or is late: loading SQLite takes longer than a request may be held up,
 * and as much of the processor. While another process keeps the archive busy the answer goes on;
 * only its end waits, for five seconds at most. Whatever fails costs nothing but the record, and is
 * said in one line at the end. Mutable; for one run.
 */
final class ArchiveSink implements Sink {
  /** A request has been written by then, and a longer wait is for the server. */
  private static final int LATE_MS = 300;

  private final ArchivePlaces places;
  private final ArchivedConversation conversation;
  private final StandardOutput out;
  private final RunTokens tokens;
  private final Notices notices;
  private final CountDownLatch due = new CountDownLatch(1);

  /** Kept until the end: nothing is to be said within the answer. */
  private final Queue<String> remarks = new ConcurrentLinkedQueue<>();

  private @Nullable CompletableFuture<SqliteSink> opening;
  private @Nullable Throwable failure;

  ArchiveSink(
      ArchivePlaces places, ArchivedConversation conversation, RunTokens tokens, Call call) {
    this.places = places;
    this.conversation = conversation;
    this.tokens = tokens;
    this.out = call.streams().out();
    this.notices = call.notices();
  }

  /** Opens the archive before the run begins, which fails if that cannot be opened. */
  void openFirst(StreamContext context) throws IOException {
    onOpen(context);
    attempt(sink -> {});
    if (failure != null) {
      throw new IOException(String.valueOf(failure.getMessage()), failure);
    }
  }

  @Override
  public void onOpen(StreamContext context) {
    var result = new CompletableFuture<SqliteSink>();
    opening = result;
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
    // Who reads no more of an answer has stopped it, as by a signal.
    Outcome kept = out.ended(outcome) ? outcome.stopped() : outcome;
    attempt(sink -> sink.onEnd(kept));
  }

  @Override
  public void close() {
    Throwable before = failure;
    failure = null;
    attempt(SqliteSink::close);
    failure = before == null ? failure : before;
    remarks.forEach(notices::error);
    if (failure != null) {
      notices.error("this answer is not kept" + (isBegun() ? " whole: " : ": ") + said(failure));
    } else if (opening != null) {
      tellOnce();
    }
  }

  private void open(StreamContext context, CompletableFuture<SqliteSink> result) {
    try {
      due.await(LATE_MS, TimeUnit.MILLISECONDS); // Due or late: it makes no difference.
      String name = conversation.nameOr(context.id());
      result.complete(new ArchiveOpening(places, tokens, remarks::add).open(name, context));
      tokens.warmUp(); // While the answer is on its way: at the end the user would wait.
    } catch (Throwable refused) {
      result.completeExceptionally(refused);
    }
  }

  /** After the first failure nothing more is tried. */
  private void attempt(Step step) {
    if (failure != null || opening == null) {
      return;
    }
    due.countDown();
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

  /** Whether a part of the answer is in the archive. */
  private boolean isBegun() {
    CompletableFuture<SqliteSink> opened = opening;
    return opened != null
        && opened.isDone()
        && !opened.isCompletedExceptionally()
        && opened.join().kept() > 0;
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

  /** A damaged archive would not take the next answer either. */
  private String said(Throwable thrown) {
    String line = Optional.ofNullable(thrown.getMessage()).orElse(thrown.toString());
    if (thrown instanceof DamagedArchiveException damaged) {
      try {
        return UserArchive.setAside(places.file(), damaged);
      } catch (IOException refused) {
        return line + "; move it away";
      }
    }
    return thrown instanceof IOException ? line : thrown.toString();
  }

  @FunctionalInterface
  private interface Step {
    void take(SqliteSink sink) throws IOException;
  }
}
