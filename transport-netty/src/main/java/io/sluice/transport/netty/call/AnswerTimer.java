package io.sluice.transport.netty.call;

import io.netty.channel.EventLoop;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Feed;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.Timeouts;
import java.time.Duration;

/**
 * Knows what one answer is waited for, and how long: the first token, the next part, the end
 * marker, an answer in one piece, the explanation of a refusal. Mutable; confined to its event
 * loop.
 */
final class AnswerTimer {
  private static final Duration EXPLANATION = Duration.ofSeconds(5);

  private final Timeouts limits;
  private final IdleTimer patience;
  private Failure.Timer waitsFor;

  /** Whether the wait is that for the end marker. */
  private boolean finishing;

  private boolean refused;
  private boolean said;
  private boolean headed;

  /** Whether the read that is under way brought the head. */
  private boolean readsHead;

  /** A timer that calls {@code spent} when a limit is reached. */
  AnswerTimer(StreamOptions options, EventLoop loop, Runnable spent) {
    limits = options.timeouts();
    patience = new IdleTimer(loop, spent);
    waitsFor =
        options.form() == StreamOptions.Form.STREAMED
            ? Failure.Timer.FIRST_TOKEN
            : Failure.Timer.WHOLE;
  }

  /** The request was written. */
  void begin() {
    patience.start(waitsFor == Failure.Timer.WHOLE ? limits.whole() : limits.firstToken());
  }

  /** The response head was read. */
  void head() {
    headed = true;
    readsHead = true;
  }

  /** The server refused; only its reason is still waited for. */
  void awaitExplanation() {
    refused = true;
    patience.start(EXPLANATION);
  }

  /** Something came that adds to the answer. */
  void said() {
    said = true;
  }

  /**
   * A read has ended: whatever it brought of the body is a sign of life, unless the caller wants it
   * otherwise; then only what adds to the answer is, behind the first token.
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
   * A chunk was delivered. A finish shortens the wait only where it reads like an end; what is said
   * behind it restores the wait.
   */
  void delivered(Chunk chunk, Feed feed) {
    if (feed.finished()) {
      Duration idle = limits.idle();
      boolean shorter = feed.looksComplete() && limits.afterFinish().compareTo(idle) < 0;
      waitFor(shorter ? limits.afterFinish() : idle);
      finishing = true;
    } else if (finishing || (waitsFor == Failure.Timer.FIRST_TOKEN && carriesTokens(chunk))) {
      waitFor(limits.idle());
      finishing = false;
    }
  }

  /** Nobody reads for now. */
  void pause() {
    patience.pause();
  }

  /** Reading goes on. */
  void resume() {
    patience.resume();
  }

  /** Nothing is waited for any more. */
  void stop() {
    patience.stop();
  }

  /** The limit that was reached. */
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
