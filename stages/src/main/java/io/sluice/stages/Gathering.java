package io.sluice.stages;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * When deltas that were gathered are passed: as soon as one of the limits is reached. Immutable;
 * each method returns a gathering with one limit more.
 */
public final class Gathering {

  /** The most bytes that are gathered, and the limit where none is set. */
  public static final int MOST_BYTES = 65_536;

  private final Duration time;
  private final int bytes;
  private final OptionalInt tokens;

  private Gathering(Duration time, int bytes, OptionalInt tokens) {
    this.time = time;
    this.bytes = bytes;
    this.tokens = tokens;
  }

  /**
   * Passes what was gathered this long after the first of it came.
   *
   * @throws IllegalArgumentException if the time is not positive
   */
  public static Gathering time(Duration longest) {
    return new Gathering(Duration.ZERO, MOST_BYTES, OptionalInt.empty()).orAfter(longest);
  }

  /**
   * Passes what was gathered when its text and calls have this many bytes in UTF-8, or more.
   *
   * @throws IllegalArgumentException if that is not 1 to {@value #MOST_BYTES}
   */
  public static Gathering bytes(int limit) {
    return new Gathering(Duration.ZERO, MOST_BYTES, OptionalInt.empty()).orBytes(limit);
  }

  /**
   * Passes what was gathered when its text has this many tokens of {@code o200k_base}, or more.
   *
   * @throws IllegalArgumentException if that is less than 1
   */
  public static Gathering tokens(int limit) {
    return new Gathering(Duration.ZERO, MOST_BYTES, OptionalInt.empty()).orTokens(limit);
  }

  /** Adds the limit of {@link #time}. */
  public Gathering orAfter(Duration longest) {
    if (longest.isZero() || longest.isNegative()) {
      throw new IllegalArgumentException("the time to gather is " + longest + "; use 1ms or more");
    }
    return new Gathering(longest, bytes, tokens);
  }

  /** Adds the limit of {@link #bytes(int)}. */
  public Gathering orBytes(int limit) {
    if (limit < 1 || limit > MOST_BYTES) {
      throw new IllegalArgumentException(
          "the bytes to gather are " + limit + "; use 1 to " + MOST_BYTES);
    }
    return new Gathering(time, limit, tokens);
  }

  /** Adds the limit of {@link #tokens(int)}. */
  public Gathering orTokens(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("the tokens to gather are " + limit + "; use 1 or more");
    }
    return new Gathering(time, bytes, OptionalInt.of(limit));
  }

  /** Zero without a limit. */
  Duration time() {
    return time;
  }

  int bytes() {
    return bytes;
  }

  OptionalInt tokens() {
    return tokens;
  }
}
