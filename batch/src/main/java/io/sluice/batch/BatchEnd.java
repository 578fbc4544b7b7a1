package io.sluice.batch;

import io.sluice.batch.pace.SendNeed;
import io.sluice.chat.Prices;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** Decides whether a batch ends before all rows were asked. Mutable; for one thread. */
final class BatchEnd {

  private static final int MOST_UNCONNECTED = 10;

  private final BatchSettings settings;
  private Optional<BatchStop> stop = Optional.empty();
  private String reason = "";
  private boolean graceBegun;
  private long graceEnds;
  private long started;
  private int unconnected;

  BatchEnd(BatchSettings settings) {
    this.settings = settings;
  }

  /** Why no more rows are sent; empty while they are. */
  Optional<BatchStop> stop() {
    return stop;
  }

  /** Why no more rows are sent, in one line. */
  String reason() {
    return reason;
  }

  /** It is asked to stop; of several times to end within, the one that is over first counts. */
  void asked(long now) {
    if (stop.isEmpty()) {
      stop(BatchStop.ASKED, "it was stopped");
    }
    long ends = now + settings.control.grace().toNanos();
    if (!graceBegun || ends - graceEnds < 0) {
      graceBegun = true;
      graceEnds = ends;
    }
  }

  /** Something failed that is thrown once those under way have ended. */
  void faulty() {
    stop(BatchStop.ASKED, "it failed");
  }

  /** Whether those under way have had the time that they were given to end. */
  boolean isGraceOver(long now) {
    return graceBegun && graceEnds - now <= 0;
  }

  void outOfPatience() {
    stop(
        BatchStop.OUT_OF_PATIENCE,
        "the server refused for its limits, and nothing was answered for "
            + settings.patience.toMinutes()
            + " min");
  }

  /** Notes how the run of a row ended. */
  void ended(RowJudgement judgement, Outcome outcome) {
    String message = outcome.failure().map(Failure::message).orElse("");
    if (judgement == RowJudgement.NOT_AUTHORISED) {
      stop(BatchStop.NOT_AUTHORISED, message);
    } else if (judgement == RowJudgement.NO_QUOTA) {
      stop(BatchStop.QUOTA, message);
    } else if (!RowJudgement.isUnconnected(outcome)) {
      unconnected = 0;
    } else if (++unconnected >= MOST_UNCONNECTED) {
      stop(BatchStop.UNREACHABLE, MOST_UNCONNECTED + " connections in a row failed: " + message);
    }
  }

  /** Whether the row may be sent as far as the whole batch goes; ends the batch if not. */
  boolean allows(PendingRow row, SendNeed need, BatchTally tally, Set<PendingRow> underWay) {
    if (row.sends() == 0 && started >= settings.mostRows) {
      stop(BatchStop.ROWS, started + " rows were sent, which is as many as it may send");
      return false;
    }
    if (settings.mostCost.isPresent() && !isAffordable(row, need, tally, underWay)) {
      return false;
    }
    started += row.sends() == 0 ? 1 : 0;
    return true;
  }

  /** What is set aside for rows under way is no cost yet: their ends may leave enough. */
  private boolean isAffordable(
      PendingRow row, SendNeed need, BatchTally tally, Set<PendingRow> underWay) {
    BigDecimal most = settings.mostCost.orElseThrow();
    String model = row.request().model();
    if (settings.prices.apply(model).isEmpty()) {
      stop(BatchStop.COST, RowRules.unpriced(model));
      return false;
    }
    boolean affordable = cost(row, need, tally, underWay).compareTo(most) <= 0;
    if (!affordable && underWay.isEmpty()) {
      stop(BatchStop.COST, "the next row could cost more than is left of " + most.toPlainString());
    }
    return affordable;
  }

  private BigDecimal cost(
      PendingRow row, SendNeed need, BatchTally tally, Set<PendingRow> underWay) {
    BigDecimal cost = tally.cost().add(cost(row, need));
    for (PendingRow other : underWay) {
      cost = cost.add(cost(other, other.need()));
    }
    return cost;
  }

  private BigDecimal cost(PendingRow row, SendNeed need) {
    Optional<Prices> prices = settings.prices.apply(row.request().model());
    return prices.map(it -> it.cost(need.input(), need.output())).orElse(BigDecimal.ZERO);
  }

  private void stop(BatchStop why, String line) {
    if (stop.isEmpty()) {
      stop = Optional.of(why);
      reason = line;
    }
  }
}
