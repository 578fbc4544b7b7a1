package io.sluice.server.limits;

import java.time.Duration;
import java.util.Objects;

/** The bounds of a server. Immutable; {@link #builder} makes others than the standard ones. */
public final class Limits {

  private final int connections;
  private final int connectionsOfAnAddress;
  private final int requestLine;
  private final int headerBytes;
  private final int headerFields;
  private final Duration headTime;
  private final Duration bodyPause;
  private final Duration idle;
  private final int body;
  private final long passedBody;
  private final int liveRuns;
  private final int runsOfAToken;
  private final int viewersOfARun;
  private final int runsOfAStream;
  private final long logMemory;
  private final long logMemoryTotal;
  private final long logLimit;
  private final Duration keep;

  private Limits(Builder builder) {
    this.connections = builder.connections;
    this.connectionsOfAnAddress = builder.connectionsOfAnAddress;
    this.requestLine = builder.requestLine;
    this.headerBytes = builder.headerBytes;
    this.headerFields = builder.headerFields;
    this.headTime = builder.headTime;
    this.bodyPause = builder.bodyPause;
    this.idle = builder.idle;
    this.body = builder.body;
    this.passedBody = builder.passedBody;
    this.liveRuns = builder.liveRuns;
    this.runsOfAToken = builder.runsOfAToken;
    this.viewersOfARun = builder.viewersOfARun;
    this.runsOfAStream = builder.runsOfAStream;
    this.logMemory = builder.logMemory;
    this.logMemoryTotal = builder.logMemoryTotal;
    this.logLimit = builder.logLimit;
    this.keep = builder.keep;
  }

  /** The standard bounds. */
  public static Limits standard() {
    return builder().build();
  }

  /** Starts with the standard bounds. */
  public static Builder builder() {
    return new Builder();
  }

  /** How many connections may be open at once. */
  public int connections() {
    return connections;
  }

  /** How many connections one address may have open; loopback has no limit of its own. */
  public int connectionsOfAnAddress() {
    return connectionsOfAnAddress;
  }

  /** The longest request line, in bytes. */
  public int requestLine() {
    return requestLine;
  }

  /** The most bytes that the header fields of a request may have together. */
  public int headerBytes() {
    return headerBytes;
  }

  /** The most header fields that a request may have. */
  public int headerFields() {
    return headerFields;
  }

  /** How long the head of a request may take from its first byte. */
  public Duration headTime() {
    return headTime;
  }

  /** The longest pause between two pieces of a body. */
  public Duration bodyPause() {
    return bodyPause;
  }

  /** How long a connection stays open between two requests. */
  public Duration idle() {
    return idle;
  }

  /** The longest body of a request to our own routes, in bytes. */
  public int body() {
    return body;
  }

  /** The longest body of a request that is passed on, in bytes. */
  public long passedBody() {
    return passedBody;
  }

  /** How many runs may be under way at once. */
  public int liveRuns() {
    return liveRuns;
  }

  /** How many runs of one token may be under way at once. */
  public int runsOfAToken() {
    return runsOfAToken;
  }

  /** How many event streams may follow one run at once. */
  public int viewersOfARun() {
    return viewersOfARun;
  }

  /** How many runs one event stream may follow. */
  public int runsOfAStream() {
    return runsOfAStream;
  }

  /** How many bytes of the lines of a run stay in memory; older ones are spooled. */
  public long logMemory() {
    return logMemory;
  }

  /** How many bytes of the lines of all runs stay in memory before finished runs are dropped. */
  public long logMemoryTotal() {
    return logMemoryTotal;
  }

  /** The bytes beyond which the record of a run ends, though the run goes on. */
  public long logLimit() {
    return logLimit;
  }

  /** How long a run that has ended stays in memory. */
  public Duration keep() {
    return keep;
  }

  /** Builds bounds. Mutable; for one thread. */
  public static final class Builder {
    private int connections = 16_384;
    private int connectionsOfAnAddress = 512;
    private int requestLine = 16 * 1024;
    private int headerBytes = 64 * 1024;
    private int headerFields = 200;
    private Duration headTime = Duration.ofSeconds(10);
    private Duration bodyPause = Duration.ofSeconds(30);
    private Duration idle = Duration.ofSeconds(75);
    private int body = 4 * 1024 * 1024;
    private long passedBody = 512L * 1024 * 1024;
    private int liveRuns = 1_000;
    private int runsOfAToken = 100;
    private int viewersOfARun = 20_000;
    private int runsOfAStream = 32;
    private long logMemory = 4L * 1024 * 1024;
    private long logMemoryTotal = 256L * 1024 * 1024;
    private long logLimit = 256L * 1024 * 1024;
    private Duration keep = Duration.ofMinutes(15);

    private Builder() {}

    /** Sets how many connections may be open at once. */
    public Builder connections(int bound) {
      connections = (int) positive("connections", bound);
      return this;
    }

    /** Sets how many connections one address may have open; loopback has no limit of its own. */
    public Builder connectionsOfAnAddress(int bound) {
      connectionsOfAnAddress = (int) positive("connectionsOfAnAddress", bound);
      return this;
    }

    /** Sets the longest request line, in bytes. */
    public Builder requestLine(int bound) {
      requestLine = (int) positive("requestLine", bound);
      return this;
    }

    /** Sets the most bytes that the header fields of a request may have together. */
    public Builder headerBytes(int bound) {
      headerBytes = (int) positive("headerBytes", bound);
      return this;
    }

    /** Sets the most header fields that a request may have. */
    public Builder headerFields(int bound) {
      headerFields = (int) positive("headerFields", bound);
      return this;
    }

    /** Sets how long the head of a request may take from its first byte. */
    public Builder headTime(Duration bound) {
      headTime = Objects.requireNonNull(bound, "headTime");
      return this;
    }

    /** Sets the longest pause between two pieces of a body. */
    public Builder bodyPause(Duration bound) {
      bodyPause = Objects.requireNonNull(bound, "bodyPause");
      return this;
    }

    /** Sets how long a connection stays open between two requests. */
    public Builder idle(Duration bound) {
      idle = Objects.requireNonNull(bound, "idle");
      return this;
    }

    /** Sets the longest body of a request to our own routes, in bytes. */
    public Builder body(int bound) {
      body = (int) positive("body", bound);
      return this;
    }

    /** Sets the longest body of a request that is passed on, in bytes. */
    public Builder passedBody(long bound) {
      passedBody = positive("passedBody", bound);
      return this;
    }

    /** Sets how many runs may be under way at once. */
    public Builder liveRuns(int bound) {
      liveRuns = (int) positive("liveRuns", bound);
      return this;
    }

    /** Sets how many runs of one token may be under way at once. */
    public Builder runsOfAToken(int bound) {
      runsOfAToken = (int) positive("runsOfAToken", bound);
      return this;
    }

    /** Sets how many event streams may follow one run at once. */
    public Builder viewersOfARun(int bound) {
      viewersOfARun = (int) positive("viewersOfARun", bound);
      return this;
    }

    /** Sets how many runs one event stream may follow. */
    public Builder runsOfAStream(int bound) {
      runsOfAStream = (int) positive("runsOfAStream", bound);
      return this;
    }

    /** Sets how many bytes of the lines of a run stay in memory; older ones are spooled. */
    public Builder logMemory(long bound) {
      logMemory = positive("logMemory", bound);
      return this;
    }

    /**
     * Sets how many bytes of the lines of all runs stay in memory before finished runs are dropped.
     */
    public Builder logMemoryTotal(long bound) {
      logMemoryTotal = positive("logMemoryTotal", bound);
      return this;
    }

    /** Sets the bytes beyond which the record of a run ends, though the run goes on. */
    public Builder logLimit(long bound) {
      logLimit = positive("logLimit", bound);
      return this;
    }

    /** Sets how long a run that has ended stays in memory. */
    public Builder keep(Duration bound) {
      keep = Objects.requireNonNull(bound, "keep");
      return this;
    }

    /** The bounds; the builder can go on. */
    public Limits build() {
      return new Limits(this);
    }

    private static long positive(String name, long bound) {
      if (bound < 1) {
        throw new IllegalArgumentException(name + " is " + bound + "; use 1 or more");
      }
      return bound;
    }
  }
}
