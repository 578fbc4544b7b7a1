package io.sluice.bench.measure;

import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.Timing;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was measured of one request that has ended. Immutable.
 *
 * @param number the number of the request in its level, from 0
 * @param due when it was due, by the clock of the benchmark
 * @param free when it could be sent: when it was due, or later if too many were under way then
 * @param issued when the transport was asked for it, by the same clock
 * @param outcome how it ended
 * @param countedTokens the tokens of the answer by our own count
 * @param stall the longest gap between two reads in nanoseconds; 0 if there was none
 */
public record RequestTimes(
    int number, long due, long free, long issued, Outcome outcome, long countedTokens, long stall) {

  /** Whether the answer is complete. */
  public boolean isCompleted() {
    return outcome.status() == Status.COMPLETED;
  }

  /** Whether the request was ended by us and not by the server. */
  public boolean isCut() {
    return outcome.status() == Status.STOPPED;
  }

  /** When the request was written; the time it was issued if it was never written. */
  public long written() {
    return issued + nanos(timing().sent());
  }

  /** From due to written, without the time to connect. */
  public long scheduleDelay() {
    return clientDelay() + free - due;
  }

  /** From when it could be sent to written, without the time to connect: the client's own delay. */
  public long clientDelay() {
    return written() - nanos(timing().connected()) - free;
  }

  /** That time of the request, if it has one; of a request that was cut what had come by then. */
  public OptionalLong time(Metric metric) {
    Timing timing = timing();
    return switch (metric) {
      case CONNECT -> only(timing.connected());
      case SCHEDULE_DELAY -> OptionalLong.of(scheduleDelay());
      case TTFB -> wasRefused() ? OptionalLong.empty() : fromDue(timing.headers());
      case TTFT -> fromDue(timing.firstToken());
      case TTFC -> fromDue(timing.firstContent());
      case SERVICE_TTFT -> only(timing.firstToken());
      case TPOT -> tpot();
      case STALL -> stall > 0 ? OptionalLong.of(stall) : OptionalLong.empty();
      case E2E -> isCompleted() ? fromDue(timing.total()) : OptionalLong.empty();
      case SERVICE_E2E -> isCompleted() ? only(timing.total()) : OptionalLong.empty();
      case ICL, ITL -> OptionalLong.empty();
    };
  }

  /** The tokens of the answer: by the server's usage, or else by our count. */
  public long outputTokens() {
    return outcome
        .completion()
        .usage()
        .map(usage -> usage.completionTokens())
        .filter(tokens -> tokens > 0)
        .orElse(countedTokens);
  }

  /** The tokens of the prompt by the server's usage; 0 if it does not say. */
  public long inputTokens() {
    return outcome.completion().usage().map(usage -> usage.promptTokens()).orElse(0L);
  }

  private boolean wasRefused() {
    return outcome.failure().filter(Failure.Http.class::isInstance).isPresent();
  }

  private OptionalLong tpot() {
    long tokens = outputTokens();
    return isCompleted() && tokens >= 2
        ? OptionalLong.of(timing().generating().toNanos() / (tokens - 1))
        : OptionalLong.empty();
  }

  private OptionalLong fromDue(Optional<Duration> mark) {
    return mark.isPresent()
        ? OptionalLong.of(written() - due + mark.get().toNanos())
        : OptionalLong.empty();
  }

  private static OptionalLong only(Optional<Duration> mark) {
    return mark.isPresent() ? OptionalLong.of(mark.get().toNanos()) : OptionalLong.empty();
  }

  private static long nanos(Optional<Duration> mark) {
    return mark.map(Duration::toNanos).orElse(0L);
  }

  private Timing timing() {
    return outcome.timing();
  }
}
