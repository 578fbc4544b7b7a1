package io.sluice.stream;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Limits on waiting. The first-token and idle timers stand still while the transport does not read
 * because its consumer is busy. Immutable; two are equal if their limits are.
 *
 * <p>{@link #defaults} has all limits, and a method such as {@link #idle(Duration)} makes limits
 * that differ in one. {@link #builder} and {@link #toBuilder} make those that differ in several.
 */
public final class Timeouts {

  private static final Timeouts DEFAULTS = new Builder().build();

  private final Duration connect;
  private final Duration firstToken;
  private final Duration idle;
  private final Duration afterFinish;
  private final Duration whole;
  private final Optional<Duration> total;
  private final Comments comments;

  private Timeouts(Builder builder) {
    this.connect = builder.connect;
    this.firstToken = builder.firstToken;
    this.idle = builder.idle;
    this.afterFinish = builder.afterFinish;
    this.whole = builder.whole;
    this.total = builder.total;
    this.comments = builder.comments;
  }

  /**
   * 10 s to connect, 300 s to the first token or 600 s to an answer in one piece, 60 s between
   * signs of life, 15 s from the finish to the end marker, no limit in total.
   */
  public static Timeouts defaults() {
    return DEFAULTS;
  }

  /** Starts with the {@link #defaults}. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that begins with these limits. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** The limit from dialling to a usable connection, TLS included. */
  public Duration connect() {
    return connect;
  }

  /** The limit from the request being written to the first token of a streamed answer. */
  public Duration firstToken() {
    return firstToken;
  }

  /** The limit between two signs of life. */
  public Duration idle() {
    return idle;
  }

  /**
   * How long the end marker is waited for when every choice has a finish reason that ends an
   * answer; the idle limit counts where it is shorter.
   */
  public Duration afterFinish() {
    return afterFinish;
  }

  /** The limit from the request being written to an answer that was asked for in one piece. */
  public Duration whole() {
    return whole;
  }

  /** The limit on the whole stream, retries included; absent for none. */
  public Optional<Duration> total() {
    return total;
  }

  /** Whether keep-alive comments and pings are signs of life. */
  public Comments comments() {
    return comments;
  }

  /** Returns these timeouts with another limit on connecting. */
  public Timeouts connect(Duration limit) {
    return toBuilder().connect(limit).build();
  }

  /** Returns these timeouts with another limit on the first token. */
  public Timeouts firstToken(Duration limit) {
    return toBuilder().firstToken(limit).build();
  }

  /** Returns these timeouts with another limit between signs of life. */
  public Timeouts idle(Duration limit) {
    return toBuilder().idle(limit).build();
  }

  /** Returns these timeouts with another limit on what follows the finish of every choice. */
  public Timeouts afterFinish(Duration limit) {
    return toBuilder().afterFinish(limit).build();
  }

  /** Returns these timeouts with another limit on an answer in one piece. */
  public Timeouts whole(Duration limit) {
    return toBuilder().whole(limit).build();
  }

  /** Returns these timeouts with a limit on the whole stream. */
  public Timeouts total(Duration limit) {
    return toBuilder().total(limit).build();
  }

  /** Returns these timeouts with another meaning of comments. */
  public Timeouts comments(Comments meaning) {
    return toBuilder().comments(meaning).build();
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Timeouts timeouts && values().equals(timeouts.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  @Override
  public String toString() {
    return "Timeouts" + values();
  }

  private List<Object> values() {
    return List.of(connect, firstToken, idle, afterFinish, whole, total, comments);
  }

  /** What a comment in the event stream, or an event without content, means to the timers. */
  public enum Comments {
    /** A comment restarts the first-token and the idle limit. */
    SIGNS_OF_LIFE,
    /** A comment restarts no limit: only what adds to the answer or ends it does. */
    IGNORED
  }

  /** Builds limits; each must be more than 0. Mutable; for one thread. */
  public static final class Builder {
    private Duration connect = Duration.ofSeconds(10);
    private Duration firstToken = Duration.ofMinutes(5);
    private Duration idle = Duration.ofSeconds(60);
    private Duration afterFinish = Duration.ofSeconds(15);
    private Duration whole = Duration.ofMinutes(10);
    private Optional<Duration> total = Optional.empty();
    private Comments comments = Comments.SIGNS_OF_LIFE;

    private Builder() {}

    private Builder(Timeouts begun) {
      this.connect = begun.connect;
      this.firstToken = begun.firstToken;
      this.idle = begun.idle;
      this.afterFinish = begun.afterFinish;
      this.whole = begun.whole;
      this.total = begun.total;
      this.comments = begun.comments;
    }

    /** Sets the limit on connecting. */
    public Builder connect(Duration limit) {
      connect = positive("connect", limit);
      return this;
    }

    /** Sets the limit on the first token. */
    public Builder firstToken(Duration limit) {
      firstToken = positive("first-token", limit);
      return this;
    }

    /** Sets the limit between signs of life. */
    public Builder idle(Duration limit) {
      idle = positive("idle", limit);
      return this;
    }

    /** Sets the limit on what follows the finish of every choice. */
    public Builder afterFinish(Duration limit) {
      afterFinish = positive("after-finish", limit);
      return this;
    }

    /** Sets the limit on an answer in one piece. */
    public Builder whole(Duration limit) {
      whole = positive("whole-answer", limit);
      return this;
    }

    /** Sets the limit on the whole stream. */
    public Builder total(Duration limit) {
      total = Optional.of(positive("total", limit));
      return this;
    }

    /** Sets whether comments are signs of life. */
    public Builder comments(Comments meaning) {
      comments = Objects.requireNonNull(meaning, "comments");
      return this;
    }

    /** Returns the limits; the builder can be used further. */
    public Timeouts build() {
      return new Timeouts(this);
    }

    private static Duration positive(String name, Duration limit) {
      if (limit.isZero() || limit.isNegative()) {
        throw new IllegalArgumentException(
            "the " + name + " timeout is " + limit.toMillis() + " ms; use more than 0");
      }
      return limit;
    }
  }
}
