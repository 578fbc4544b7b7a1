package io.sluice.server.runs;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongSupplier;

/** That a run waits for its first token, for what, and since when. Immutable. */
public final class FirstTokenWait {

  private final Phase phase;
  private final LongSupplier nanoTime;
  private final long began;

  /** A wait that begins now. */
  FirstTokenWait(Phase phase, LongSupplier nanoTime) {
    this.phase = Objects.requireNonNull(phase, "phase");
    this.nanoTime = nanoTime;
    this.began = nanoTime.getAsLong();
  }

  /** What it waits for. */
  public Phase phase() {
    return phase;
  }

  /** For how long it has waited. */
  public Duration length() {
    return Duration.ofNanos(nanoTime.getAsLong() - began);
  }

  /** What a run waits for. */
  public enum Phase {
    /** The request was sent, or is about to be, and no response has begun. */
    CONNECTING,
    /** A response has begun, but has no token yet. */
    WAITING,
    /** The request failed and is sent again after a delay. */
    RETRYING;

    /** The word for it, such as {@code "connecting"}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
