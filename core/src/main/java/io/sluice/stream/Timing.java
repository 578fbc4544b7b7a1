package io.sluice.stream;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Raw marks, each measured from the moment the request was written (of the attempt that answered),
 * and what went before that moment: {@link #sent}, {@link #connected}, {@link #resent}. Every other
 * figure is derived from them. Immutable; two are equal if their marks are.
 *
 * <p>Streams make them. Tests, and what reads records of runs, make them by {@link #builder}.
 */
public final class Timing {

  /** The timing of a stream of which nothing has happened. */
  public static final Timing NONE = builder().build();

  private final Optional<Duration> headers;
  private final Optional<Duration> firstChunk;
  private final Optional<Duration> firstToken;
  private final Optional<Duration> firstContent;
  private final Optional<Duration> lastToken;
  private final Optional<Duration> total;
  private final int attempts;
  private final Optional<Duration> sent;
  private final Optional<Duration> connected;
  private final int resent;

  private Timing(Builder builder) {
    this.headers = builder.headers;
    this.firstChunk = builder.firstChunk;
    this.firstToken = builder.firstToken;
    this.firstContent = builder.firstContent;
    this.lastToken = builder.lastToken;
    this.total = builder.total;
    this.attempts = builder.attempts;
    this.sent = builder.sent;
    this.connected = builder.connected;
    this.resent = builder.resent;
  }

  /** Starts without marks. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that begins with these marks. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** The time at which the response head was read. */
  public Optional<Duration> headers() {
    return headers;
  }

  /** The time at which the first chunk was decoded. */
  public Optional<Duration> firstChunk() {
    return firstChunk;
  }

  /** When the first text, reasoning, refusal or tool-call delta came that is not empty. */
  public Optional<Duration> firstToken() {
    return firstToken;
  }

  /** When the first text delta came that is not empty. */
  public Optional<Duration> firstContent() {
    return firstContent;
  }

  /** When the last delta came that counts as a token mark. */
  public Optional<Duration> lastToken() {
    return lastToken;
  }

  /** The time at which the end of the stream was decided. */
  public Optional<Duration> total() {
    return total;
  }

  /** How often the request was sent, at least 1 once anything was. */
  public int attempts() {
    return attempts;
  }

  /**
   * How long it took until the request was written, from the moment the first chunk was asked for:
   * earlier attempts and the delays after them, and connecting. Added to a mark, it gives the time
   * since then. Empty if the source sends nothing, as a record does not.
   */
  public Optional<Duration> sent() {
    return sent;
  }

  /**
   * How long it took to connect, for the attempt that answered: to resolve the name, to reach the
   * server or its proxy, and to set up TLS. Empty if an open connection was used.
   */
  public Optional<Duration> connected() {
    return connected;
  }

  /**
   * How often the request was sent again without being counted as an attempt, because the open
   * connection that it was first written to had been closed by the server.
   */
  public int resent() {
    return resent;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Timing timing && values().equals(timing.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  @Override
  public String toString() {
    return "Timing" + values();
  }

  private List<Object> values() {
    return List.of(
        headers,
        firstChunk,
        firstToken,
        firstContent,
        lastToken,
        total,
        attempts,
        sent,
        connected,
        resent);
  }

  /** Builds a timing. Mutable; for one thread. */
  public static final class Builder {
    private Optional<Duration> headers = Optional.empty();
    private Optional<Duration> firstChunk = Optional.empty();
    private Optional<Duration> firstToken = Optional.empty();
    private Optional<Duration> firstContent = Optional.empty();
    private Optional<Duration> lastToken = Optional.empty();
    private Optional<Duration> total = Optional.empty();
    private int attempts;
    private Optional<Duration> sent = Optional.empty();
    private Optional<Duration> connected = Optional.empty();
    private int resent;

    private Builder() {}

    private Builder(Timing begun) {
      this.headers = begun.headers;
      this.firstChunk = begun.firstChunk;
      this.firstToken = begun.firstToken;
      this.firstContent = begun.firstContent;
      this.lastToken = begun.lastToken;
      this.total = begun.total;
      this.attempts = begun.attempts;
      this.sent = begun.sent;
      this.connected = begun.connected;
      this.resent = begun.resent;
    }

    /** Sets when the response head was read. */
    public Builder headers(Duration at) {
      headers = Optional.of(at);
      return this;
    }

    /** Sets when the first chunk was decoded. */
    public Builder firstChunk(Duration at) {
      firstChunk = Optional.of(at);
      return this;
    }

    /** Sets when the first token came. */
    public Builder firstToken(Duration at) {
      firstToken = Optional.of(at);
      return this;
    }

    /** Sets when the first text came. */
    public Builder firstContent(Duration at) {
      firstContent = Optional.of(at);
      return this;
    }

    /** Sets when the last token came. */
    public Builder lastToken(Duration at) {
      lastToken = Optional.of(at);
      return this;
    }

    /** Sets when the end was decided. */
    public Builder total(Duration at) {
      total = Optional.of(at);
      return this;
    }

    /** Sets how often the request was sent. */
    public Builder attempts(int times) {
      attempts = times;
      return this;
    }

    /** Sets how long it took until the request was written. */
    public Builder sent(Duration after) {
      sent = Optional.of(after);
      return this;
    }

    /** Sets how long it took to connect. */
    public Builder connected(Duration took) {
      connected = Optional.of(took);
      return this;
    }

    /** Sets how often the request was sent again uncounted. */
    public Builder resent(int times) {
      resent = times;
      return this;
    }

    /** Returns the timing; the builder can be used further. */
    public Timing build() {
      return new Timing(this);
    }
  }

  /** For how long tokens came: from the first to the last; zero if none came. */
  public Duration generating() {
    return firstToken
        .flatMap(first -> lastToken.map(last -> last.minus(first)))
        .orElse(Duration.ZERO);
  }
}
