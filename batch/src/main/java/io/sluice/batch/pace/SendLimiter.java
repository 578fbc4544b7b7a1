package io.sluice.batch.pace;

import io.sluice.limit.RateLimit;
import io.sluice.limit.RateLimits;
import io.sluice.limit.RateLimits.Unit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keeps requests within the limits that the user set and those that the server states, whichever is
 * smaller. Times are nanoseconds of one clock, which the caller reads. Mutable; for one thread.
 */
public final class SendLimiter {

  private final BatchLimits limits;
  private final Map<Unit, RateBucket> buckets = new EnumMap<>(Unit.class);
  private final Map<Unit, Long> stated = new EnumMap<>(Unit.class);
  private final Map<Unit, Long> underWay = new EnumMap<>(Unit.class);
  private final OutputReserve reserve = new OutputReserve();

  /** Creates a limiter that has let nothing pass. */
  public SendLimiter(BatchLimits limits) {
    this.limits = limits;
    for (Unit unit : Unit.values()) {
      limits.of(unit).ifPresent(most -> buckets.put(unit, bucket(most)));
    }
  }

  /**
   * Returns what a request is reckoned to use.
   *
   * @param most the most tokens that its answer may have, if it says so
   */
  public SendNeed need(long promptTokens, OptionalLong most) {
    return new SendNeed(promptTokens, most.orElse(reserve.tokens()));
  }

  /** Returns how long such a request has to wait; 0 if it may be sent now. */
  public long wait(SendNeed need, long now) {
    long longest = 0;
    for (Map.Entry<Unit, RateBucket> each : buckets.entrySet()) {
      longest = Math.max(longest, each.getValue().wait(need.of(each.getKey()), now));
    }
    return longest;
  }

  /** Whether the request needs more than a minute has, so that it is sent while no other runs. */
  public boolean isAlone(SendNeed need) {
    return buckets.entrySet().stream()
        .anyMatch(each -> each.getValue().exceeds(need.of(each.getKey())));
  }

  /** Notes that the request is sent. */
  public void sent(SendNeed need, long now) {
    buckets.forEach((unit, bucket) -> bucket.use(need.of(unit), now));
    underWay(need, 1);
  }

  /** Corrects what a request was reckoned to use, now that its answer has come. */
  public void answered(SendNeed need, SendNeed used) {
    reserve.ended(used.output());
    corrected(need, used);
  }

  /** Corrects what a request was reckoned to use that was refused or broke. */
  public void corrected(SendNeed need, SendNeed used) {
    buckets.forEach((unit, bucket) -> bucket.correct(used.of(unit) - need.of(unit)));
    underWay(need, -1);
  }

  /**
   * Adopts the limits that a server stated with an answer. A limit of which nothing remains holds
   * all requests until it is whole again.
   *
   * @return whether a limit is new or another than before
   */
  public boolean adopt(RateLimits said, long now) {
    boolean changed = false;
    for (Unit unit : Unit.values()) {
      Optional<RateLimit> limit = said.of(unit);
      if (limit.isPresent()) {
        changed |= adopt(unit, limit.get(), now);
        hold(unit, limit.get(), now);
      }
    }
    return changed;
  }

  /** What the requests under way are reckoned to use. */
  public long underWay(Unit unit) {
    return underWay.getOrDefault(unit, 0L);
  }

  /** The limit of a minute that counts for that unit, if there is one. */
  public OptionalLong perMinute(Unit unit) {
    RateBucket bucket = buckets.get(unit);
    return bucket == null ? OptionalLong.empty() : OptionalLong.of((long) bucket.perMinute());
  }

  /** What is under way counts for a new limit, too: it is corrected by what that uses. */
  private boolean adopt(Unit unit, RateLimit said, long now) {
    long most = said.limit().orElse(0);
    Long before = stated.get(unit);
    if (most < 1 || (before != null && before == most)) {
      return false;
    }
    stated.put(unit, most);
    long counts = Math.min(most, limits.of(unit).orElse(Long.MAX_VALUE));
    RateBucket bucket = buckets.get(unit);
    if (bucket == null) {
      RateBucket fresh = bucket(counts);
      fresh.use(underWay.getOrDefault(unit, 0L), now);
      buckets.put(unit, fresh);
    } else {
      bucket.perMinute((double) counts);
    }
    return true;
  }

  private void underWay(SendNeed need, int sign) {
    for (Unit unit : Unit.values()) {
      underWay.merge(unit, sign * need.of(unit), Long::sum);
    }
  }

  private void hold(Unit unit, RateLimit said, long now) {
    RateBucket bucket = buckets.get(unit);
    if (bucket != null && said.isExhausted()) {
      said.reset().ifPresent(wait -> bucket.hold(now + wait.toNanos()));
    }
  }

  private RateBucket bucket(long perMinute) {
    return new RateBucket((double) perMinute, limits.burst().orElse(0));
  }
}
