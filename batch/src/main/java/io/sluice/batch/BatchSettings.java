package io.sluice.batch;

import io.sluice.batch.input.RowReading;
import io.sluice.batch.journal.InputState;
import io.sluice.batch.journal.OutputForm;
import io.sluice.batch.journal.SyncPolicy;
import io.sluice.batch.pace.BatchLimits;
import io.sluice.batch.pace.Concurrency;
import io.sluice.batch.result.ResultDetail;
import io.sluice.batch.result.RowErrorKind;
import io.sluice.chat.Prices;
import io.sluice.pipeline.PipelineResult;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How a batch is run. Changed only while {@link #with} makes a copy. */
final class BatchSettings {

  private static final int USUAL_CONCURRENCY = 8;
  private static final int USUAL_RETRIES = 5;

  BatchLimits limits = BatchLimits.none();
  Supplier<Concurrency> concurrency = () -> Concurrency.of(USUAL_CONCURRENCY);
  Optional<Path> output = Optional.empty();
  OutputForm form = OutputForm.lines();
  SyncPolicy sync = SyncPolicy.SECOND;
  RowMeter meter = RowMeter.byLength();
  Function<String, Optional<Prices>> prices = model -> Optional.empty();
  ResultDetail detail = ResultDetail.none();
  BiFunction<String, PipelineResult, PipelineResult> shaping = (run, result) -> result;
  BatchObserver observer = new BatchObserver() {};
  BatchControl control = new BatchControl();
  RowPolicies policies = RowPolicies.strict();
  RowReading reading = RowReading.defaults();
  boolean following;
  Set<RowErrorKind> again = Set.of();
  InputState input = InputState.unknown("");
  Map<String, String> noted = Map.of();
  String target = "";
  int retries = USUAL_RETRIES;
  boolean retriesTruncated = true;
  Duration patience = Duration.ofHours(1);
  Optional<BigDecimal> mostCost = Optional.empty();
  long mostRows = Long.MAX_VALUE;
  LongSupplier clock = System::nanoTime;

  BatchSettings() {}

  private BatchSettings(BatchSettings begun) {
    limits = begun.limits;
    concurrency = begun.concurrency;
    output = begun.output;
    form = begun.form;
    sync = begun.sync;
    meter = begun.meter;
    prices = begun.prices;
    detail = begun.detail;
    shaping = begun.shaping;
    observer = begun.observer;
    control = begun.control;
    policies = begun.policies;
    reading = begun.reading;
    following = begun.following;
    again = begun.again;
    input = begun.input;
    noted = begun.noted;
    target = begun.target;
    retries = begun.retries;
    retriesTruncated = begun.retriesTruncated;
    patience = begun.patience;
    mostCost = begun.mostCost;
    mostRows = begun.mostRows;
    clock = begun.clock;
  }

  BatchSettings with(Consumer<BatchSettings> change) {
    var copy = new BatchSettings(this);
    change.accept(copy);
    return copy;
  }
}
