package io.sluice.transport.netty.call;

import io.netty.channel.EventLoop;
import io.sluice.feed.Feed;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.Timeouts;
import io.sluice.wire.Dialect;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Decides which timeout applies to an answer at each moment: that of the first token, the next
 * part, the end marker, an answer in one document, or the explanation of a refusal. Mutable;
 * confined to its event loop.
 */
final class AnswerTimer {
  private static final Duration EXPLANATION = Duration.ofSeconds(5);

  private final Timeouts limits;
  private final Dialect.Ending ending;
  private final IdleTimer patience;
  private Failure.Timer waitsFor;

  /** Whether the timer waits for the end marker. */
  private boolean finishing;

  private boolean refused;
  private boolean said;
  private boolean headed;

  /** Whether the current read contained the response head. */
  private boolean readsHead;

  /** A timer that calls {@code spent} when a limit is reached. */
  AnswerTimer(
      StreamOptions options,
      Dialect.Ending ending,
      EventLoop loop,
      LongSupplier nanoTime,
      Runnable spent) {
    limits = options.timeouts();
    this.ending = ending;
    patience = new IdleTimer(loop, nanoTime, spent);
    waitsFor =
        options.form() == StreamOptions.Form.STREAMED
            ? Failure.Timer.FIRST_TOKEN
            : Failure.Timer.WHOLE;
  }

  /** Starts the first timeout; the request was written. */
  void begin() {
    patience.start(waitsFor == Failure.Timer.WHOLE ? limits.whole() : limits.firstToken());
  }

  /** Records that the response head was read. */
  void head() {
    headed = true;
    readsHead = true;
  }

  /** Starts the timeout of a refusal's explanation, after the server refused. */
  void awaitExplanation() {
    refused = true;
    patience.start(EXPLANATION);
  }

  /** Records that something was received that adds to the answer. */
  void said() {
    said = true;
  }

  /**
   * Restarts the timeout at the end of a read that contained a sign of life. Any bytes of the body
   * are one, unless the options say that comments are not; then, after the first token, only parts
   * of the answer are.
   */
  void endOfRead() {
    boolean counts =
        limits.comments() == Timeouts.Comments.SIGNS_OF_LIFE
            ? headed && !readsHead
            : said && waitsFor == Failure.Timer.IDLE;
    if (counts && !refused && waitsFor != Failure.Timer.WHOLE) {
      patience.sign();
    }
    said = false;
    readsHead = false;
  }

  /**
   * Adjusts the timeout after a chunk was delivered. A finish shortens it only if the answer looks
   * complete and its dialect lets a finish end it; content after the finish restores it.
   */
  void delivered(Chunk chunk, Feed feed) {
    if (feed.finished()) {
      Duration idle = limits.idle();
      boolean ended = ending == Dialect.Ending.FINISH && feed.looksComplete();
      boolean shorter = ended && limits.afterFinish().compareTo(idle) < 0;
      waitFor(shorter ? limits.afterFinish() : idle);
      finishing = true;
    } else if (finishing || (waitsFor == Failure.Timer.FIRST_TOKEN && carriesTokens(chunk))) {
      waitFor(limits.idle());
      finishing = false;
    }
  }

  /** Stops the clock while no reader wants more. */
  void pause() {
    patience.pause();
  }

  /** Lets the clock run again when reading continues. */
  void resume() {
    patience.resume();
  }

  /** Ends all waiting. */
  void stop() {
    patience.stop();
  }

  /** The timeout that was reached. */
  End.Silent reached() {
    return new End.Silent(waitsFor, patience.limit());
  }

  private void waitFor(Duration idle) {
    waitsFor = Failure.Timer.IDLE;
    patience.start(idle);
  }

  private static boolean carriesTokens(Chunk chunk) {
    for (Delta delta : chunk.deltas()) {
      if (delta.carriesTokens()) {
        return true;
      }
    }
    return false;
  }
}
