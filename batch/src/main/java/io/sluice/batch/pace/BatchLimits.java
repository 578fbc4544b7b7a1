package io.sluice.batch.pace;

import io.sluice.limit.RateLimits.Unit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How much a batch may ask for in a minute, beside what the server itself states. Immutable; each
 * method returns limits that differ in one thing.
 */
public final class BatchLimits {

  private static final BatchLimits NONE = new BatchLimits(Map.of(), OptionalLong.empty());

  private final Map<Unit, Long> perMinute;
  private final OptionalLong burst;

  private BatchLimits(Map<Unit, Long> perMinute, OptionalLong burst) {
    this.perMinute = perMinute;
    this.burst = burst;
  }

  /** Returns no limits: those that the server states count alone. */
  public static BatchLimits none() {
    return NONE;
  }

  /** Returns these limits with so many requests a minute. */
  public BatchLimits requests(long most) {
    return with(Unit.REQUESTS, most);
  }

  /** Returns these limits with so many tokens a minute, of prompts and answers together. */
  public BatchLimits tokens(long most) {
    return with(Unit.TOKENS, most);
  }

  /** Returns these limits with so many tokens of prompts a minute. */
  public BatchLimits inputTokens(long most) {
    return with(Unit.INPUT_TOKENS, most);
  }

  /** Returns these limits with so many tokens of answers a minute. */
  public BatchLimits outputTokens(long most) {
    return with(Unit.OUTPUT_TOKENS, most);
  }

  /**
   * Returns these limits with so much at once, of each unit, after a time in which less was used;
   * without it, what a second allows.
   */
  public BatchLimits burst(long most) {
    return new BatchLimits(perMinute, OptionalLong.of(positive("burst", most)));
  }

  /**
   * Returns these limits with a limit on that unit.
   *
   * @throws IllegalArgumentException in one line, if it is below 1
   */
  public BatchLimits with(Unit unit, long most) {
    var all = new EnumMap<Unit, Long>(Unit.class);
    all.putAll(perMinute);
    all.put(unit, positive(unit.word(), most));
    return new BatchLimits(Collections.unmodifiableMap(all), burst);
  }

  /** The limit on that unit, if there is one. */
  public OptionalLong of(Unit unit) {
    Long most = perMinute.get(unit);
    return most == null ? OptionalLong.empty() : OptionalLong.of(most);
  }

  /** How much may be used at once; empty for what a second allows. */
  public OptionalLong burst() {
    return burst;
  }

  private static long positive(String name, long most) {
    if (most < 1) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "the limit of %s is %d; use 1 or more", name, most));
    }
    return most;
  }
}
