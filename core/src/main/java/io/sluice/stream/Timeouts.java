package io.sluice.stream;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Limits on waiting. The first-token and idle timers stand still while the transport does not read
 * because its consumer is busy.
 *
 * @param connect from dialling to a usable connection, TLS included
 * @param firstToken from the request being written to the first token
 * @param idle between two signs of life
 * @param total the whole stream, retries included; absent for none
 * @param comments whether keep-alive comments are signs of life
 */
public record Timeouts(
    Duration connect,
    Duration firstToken,
    Duration idle,
    Optional<Duration> total,
    Comments comments) {

  private static final Timeouts DEFAULTS =
      new Timeouts(
          Duration.ofSeconds(10),
          Duration.ofSeconds(120),
          Duration.ofSeconds(60),
          Optional.empty(),
          Comments.RESET_IDLE);

  /** Refuses limits that are not positive. */
  public Timeouts {
    positive("connect", connect);
    positive("first-token", firstToken);
    positive("idle", idle);
    total.ifPresent(limit -> positive("total", limit));
    Objects.requireNonNull(comments, "comments");
  }

  /** 10 s to connect, 120 s to the first token, 60 s between signs of life, no limit in total. */
  public static Timeouts defaults() {
    return DEFAULTS;
  }

  /** The same with another limit on connecting. */
  public Timeouts connect(Duration limit) {
    return new Timeouts(limit, firstToken, idle, total, comments);
  }

  /** The same with another limit on the first token. */
  public Timeouts firstToken(Duration limit) {
    return new Timeouts(connect, limit, idle, total, comments);
  }

  /** The same with another limit between signs of life. */
  public Timeouts idle(Duration limit) {
    return new Timeouts(connect, firstToken, limit, total, comments);
  }

  /** The same with a limit on the whole stream. */
  public Timeouts total(Duration limit) {
    return new Timeouts(connect, firstToken, idle, Optional.of(limit), comments);
  }

  /** The same with comments counted so. */
  public Timeouts comments(Comments meaning) {
    return new Timeouts(connect, firstToken, idle, total, meaning);
  }

  private static void positive(String name, Duration limit) {
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException(
          "the " + name + " timeout is " + limit.toMillis() + " ms; use more than 0");
    }
  }

  /** What a comment in the event stream, or an event without content, means to the idle timer. */
  public enum Comments {
    /** It is a sign of life. */
    RESET_IDLE,
    /** Only what adds to the answer or ends it is. */
    IGNORED
  }
}
