package io.sluice.stream;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Limits on waiting. The first-token and idle timers stand still while the transport does not read
 * because its consumer is busy.
 *
 * @param connect from dialling to a usable connection, TLS included
 * @param firstToken from the request being written to the first token of a streamed answer
 * @param idle between two signs of life
 * @param afterFinish how long the end marker is waited for when every choice has a finish reason
 *     that ends an answer; the idle limit counts where it is shorter
 * @param whole from the request being written to an answer that was asked for in one piece
 * @param total the whole stream, retries included; absent for none
 * @param comments whether keep-alive comments and pings are signs of life
 */
public record Timeouts(
    Duration connect,
    Duration firstToken,
    Duration idle,
    Duration afterFinish,
    Duration whole,
    Optional<Duration> total,
    Comments comments) {

  private static final Timeouts DEFAULTS =
      new Timeouts(
          Duration.ofSeconds(10),
          Duration.ofSeconds(300),
          Duration.ofSeconds(60),
          Duration.ofSeconds(15),
          Duration.ofSeconds(600),
          Optional.empty(),
          Comments.SIGNS_OF_LIFE);

  /** Refuses limits that are not positive. */
  public Timeouts {
    positive("connect", connect);
    positive("first-token", firstToken);
    positive("idle", idle);
    positive("after-finish", afterFinish);
    positive("whole-answer", whole);
    total.ifPresent(limit -> positive("total", limit));
    Objects.requireNonNull(comments, "comments");
  }

  /**
   * 10 s to connect, 300 s to the first token or 600 s to an answer in one piece, 60 s between
   * signs of life, 15 s from the finish to the end marker, no limit in total.
   */
  public static Timeouts defaults() {
    return DEFAULTS;
  }

  /** The same with another limit on connecting. */
  public Timeouts connect(Duration limit) {
    return new Timeouts(limit, firstToken, idle, afterFinish, whole, total, comments);
  }

  /** The same with another limit on the first token. */
  public Timeouts firstToken(Duration limit) {
    return new Timeouts(connect, limit, idle, afterFinish, whole, total, comments);
  }

  /** The same with another limit between signs of life. */
  public Timeouts idle(Duration limit) {
    return new Timeouts(connect, firstToken, limit, afterFinish, whole, total, comments);
  }

  /** The same with another limit on what follows the finish of every choice. */
  public Timeouts afterFinish(Duration limit) {
    return new Timeouts(connect, firstToken, idle, limit, whole, total, comments);
  }

  /** The same with another limit on an answer in one piece. */
  public Timeouts whole(Duration limit) {
    return new Timeouts(connect, firstToken, idle, afterFinish, limit, total, comments);
  }

  /** The same with a limit on the whole stream. */
  public Timeouts total(Duration limit) {
    return new Timeouts(
        connect, firstToken, idle, afterFinish, whole, Optional.of(limit), comments);
  }

  /** The same with comments counted so. */
  public Timeouts comments(Comments meaning) {
    return new Timeouts(connect, firstToken, idle, afterFinish, whole, total, meaning);
  }

  private static void positive(String name, Duration limit) {
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException(
          "the " + name + " timeout is " + limit.toMillis() + " ms; use more than 0");
    }
  }

  /** What a comment in the event stream, or an event without content, means to the timers. */
  public enum Comments {
    /** It restarts the first-token and the idle limit. */
    SIGNS_OF_LIFE,
    /** Only what adds to the answer or ends it is. */
    IGNORED
  }
}
