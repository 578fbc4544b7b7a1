package io.sluice.limit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The limits on the rate of a client, as its server stated them with one answer. Immutable; two are
 * equal if their limits are.
 */
public final class RateLimits {

  /** What a server says that states no limits. */
  public static final RateLimits NONE = builder().build();

  private final Map<Unit, RateLimit> limits;

  private RateLimits(Builder builder) {
    this.limits = Collections.unmodifiableMap(new EnumMap<>(builder.limits));
  }

  /** Starts without limits. */
  public static Builder builder() {
    return new Builder();
  }

  /** The limit on requests. */
  public Optional<RateLimit> requests() {
    return of(Unit.REQUESTS);
  }

  /** The limit on tokens, those of prompts and of answers together. */
  public Optional<RateLimit> tokens() {
    return of(Unit.TOKENS);
  }

  /** The limit on the tokens of prompts. */
  public Optional<RateLimit> inputTokens() {
    return of(Unit.INPUT_TOKENS);
  }

  /** The limit on the tokens of answers. */
  public Optional<RateLimit> outputTokens() {
    return of(Unit.OUTPUT_TOKENS);
  }

  /** The limit on that unit. */
  public Optional<RateLimit> of(Unit unit) {
    return Optional.ofNullable(limits.get(unit));
  }

  /** Every stated limit, in the order of the units. Unmodifiable. */
  public List<RateLimit> all() {
    return List.copyOf(limits.values());
  }

  /** Whether the server stated no limit. */
  public boolean isEmpty() {
    return limits.isEmpty();
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof RateLimits other && limits.equals(other.limits);
  }

  @Override
  public int hashCode() {
    return limits.hashCode();
  }

  @Override
  public String toString() {
    return "RateLimits" + limits;
  }

  /** What a limit counts. A minor version may add cases. */
  public enum Unit {
    /** Requests. */
    REQUESTS,
    /** Tokens of prompts and of answers together. */
    TOKENS,
    /** Tokens of prompts. */
    INPUT_TOKENS,
    /** Tokens of answers. */
    OUTPUT_TOKENS;

    /** The word in machine-readable output, such as {@code "input_tokens"}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Builds limits. Mutable; for one thread. */
  public static final class Builder {
    private final Map<Unit, RateLimit> limits = new EnumMap<>(Unit.class);

    private Builder() {}

    /** Sets the limit on a unit; one of which nothing is known is left out. */
    public Builder limit(Unit unit, RateLimit stated) {
      Objects.requireNonNull(unit, "unit");
      if (stated.equals(RateLimit.UNKNOWN)) {
        limits.remove(unit);
      } else {
        limits.put(unit, stated);
      }
      return this;
    }

    /** The limits; the builder can go on. */
    public RateLimits build() {
      return new RateLimits(this);
    }
  }
}
