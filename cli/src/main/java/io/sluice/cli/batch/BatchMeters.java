package io.sluice.cli.batch;

import io.sluice.batch.BatchProgress;
import io.sluice.batch.result.RowResult;
import io.sluice.limit.RateLimit;
import io.sluice.limit.RateLimits;
import io.sluice.observe.ProgramMeter;
import io.sluice.observe.ProgramMeter.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/** The figures of a batch for sinks that report figures. Thread-safe. */
final class BatchMeters {
  private static final double MILLIS = 1000;

  private volatile Optional<BatchProgress> latest = Optional.empty();
  private final AtomicLong sinkFailures = new AtomicLong();

  /** Notes how far the batch is. */
  void progress(BatchProgress now) {
    latest = Optional.of(now);
  }

  /** Notes the sinks that failed with a row. */
  void ended(RowResult result) {
    result.run().ifPresent(run -> sinkFailures.addAndGet(run.sinkFailures().size()));
  }

  /** The figures, each read when it is reported. */
  List<ProgramMeter> all() {
    List<ProgramMeter> all = new ArrayList<>();
    all.add(rows("completed", now -> now.done() - now.failed()));
    all.add(rows("failed", BatchProgress::failed));
    all.add(rows("in_flight", BatchProgress::inFlight));
    all.add(rows("open", now -> now.total().orElse(now.done()) - now.done()));
    all.add(
        gauge(
            "sluice.batch.tokens.reserved",
            "Tokens that the rows under way are reckoned to use.",
            Map.of(),
            BatchProgress::reservedTokens));
    all.add(
        gauge(
            "sluice.batch.waiting",
            "Seconds until the next row may be sent.",
            Map.of(),
            now -> now.waitingFor().isEmpty() ? 0 : now.waiting().toMillis() / MILLIS));
    for (RateLimits.Unit unit : RateLimits.Unit.values()) {
      all.add(
          gauge(
              "sluice.limit.remaining",
              "What the server said remains of a limit; NaN if it did not.",
              Map.of("limit", unit.word()),
              now -> remaining(now.stated().of(unit))));
    }
    all.add(
        new ProgramMeter(
            Kind.TOTAL,
            "sluice.sink.failures",
            "Sinks that failed, and were left out of the rest of a run.",
            Map.of("kind", "sink"),
            sinkFailures::doubleValue));
    return List.copyOf(all);
  }

  private ProgramMeter rows(String state, ToDoubleFunction<BatchProgress> read) {
    return gauge("sluice.batch.rows", "Rows of the batch.", Map.of("state", state), read);
  }

  private ProgramMeter gauge(
      String name,
      String description,
      Map<String, String> labels,
      ToDoubleFunction<BatchProgress> read) {
    return new ProgramMeter(
        Kind.GAUGE,
        name,
        description,
        labels,
        () -> latest.map(now -> read.applyAsDouble(now)).orElse(0.0));
  }

  private static double remaining(Optional<RateLimit> limit) {
    return limit
        .filter(known -> known.remaining().isPresent())
        .map(known -> (double) known.remaining().getAsLong())
        .orElse(Double.NaN);
  }
}
