package io.sluice.batch;

import io.sluice.batch.result.RowErrorKind;
import io.sluice.chat.Prices;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Counts what a batch has done. Mutable; for one thread. */
final class BatchTally {

  private final Function<String, Optional<Prices>> prices;
  private final Optional<InputReport> report;
  private final long begun;
  private boolean priced = true;
  private BigDecimal cost = BigDecimal.ZERO;
  private long completed;
  private long failed;
  private long earlier;
  private long earlierFailed;
  private Optional<BatchSummary.EarlierError> earlierFirst = Optional.empty();
  private long sends;
  private long refusals;
  private long inputTokens;
  private long outputTokens;
  private long reckonedTokens;

  BatchTally(Function<String, Optional<Prices>> prices, Optional<InputReport> report, long begun) {
    this.prices = prices;
    this.report = report;
    this.begun = begun;
  }

  /** Counts a row that has a result from before; {@code code} is that of its error, or 0. */
  void earlier(long row, int code) {
    earlier++;
    if (code > 0) {
      earlierFailed++;
      if (earlierFirst.isEmpty()) {
        earlierFirst = Optional.of(new BatchSummary.EarlierError(row, RowErrorKind.of(code)));
      }
    }
  }

  void sent() {
    sends++;
  }

  long sends() {
    return sends;
  }

  void refused() {
    refusals++;
  }

  void completed() {
    completed++;
  }

  void failed() {
    failed++;
  }

  /** Counts the tokens of an answer, also of one that is not whole. */
  void tokens(String model, long reckoned, long input, long output) {
    inputTokens += input;
    outputTokens += output;
    reckonedTokens += reckoned;
    Optional<Prices> known = prices.apply(model);
    priced &= known.isPresent();
    known.ifPresent(price -> cost = cost.add(price.cost(input, output)));
  }

  BigDecimal cost() {
    return cost;
  }

  BatchProgress progress(int inFlight, RowAdmission admission, long now) {
    Duration elapsed = Duration.ofNanos(now - begun);
    return new BatchProgress(
        earlier + completed + failed,
        earlierFailed + failed,
        completed + failed,
        inFlight,
        report.map(all -> OptionalLong.of(all.rows())).orElse(OptionalLong.empty()),
        inputTokens,
        outputTokens,
        admission.reservedTokens(),
        admission.stated(),
        knownCost(),
        expectedCost(),
        elapsed,
        left(elapsed),
        admission.waitingFor(),
        Duration.ofNanos(Math.max(0, admission.waiting(now))));
  }

  BatchSummary summary(BatchStop stop, String reason, long sentBefore, long torn, long now) {
    return new BatchSummary(
        stop,
        reason,
        completed,
        failed,
        earlier,
        earlierFailed,
        earlierFirst,
        sentBefore,
        torn,
        sends,
        refusals,
        inputTokens,
        outputTokens,
        knownCost(),
        Duration.ofNanos(now - begun));
  }

  private Optional<BigDecimal> knownCost() {
    return Optional.of(cost).filter(any -> priced && completed + failed > 0);
  }

  private Optional<Duration> left(Duration elapsed) {
    long open = report.map(InputReport::tokens).orElse(0L) - reckonedTokens;
    if (report.isEmpty() || reckonedTokens == 0) {
      return Optional.empty();
    }
    double share = Math.max(0, open) / (double) reckonedTokens;
    return Optional.of(Duration.ofMillis((long) (elapsed.toMillis() * share)));
  }

  private Optional<BigDecimal> expectedCost() {
    if (report.isEmpty() || reckonedTokens == 0) {
      return Optional.empty();
    }
    BigDecimal share = BigDecimal.valueOf(report.get().tokens() / (double) reckonedTokens);
    return knownCost().map(so -> so.multiply(share));
  }
}
