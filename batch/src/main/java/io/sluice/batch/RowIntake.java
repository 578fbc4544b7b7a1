package io.sluice.batch;

import io.sluice.batch.RowFeed.Fed;
import io.sluice.batch.input.RowSource;
import io.sluice.batch.result.RowErrorKind;
import io.sluice.batch.result.RowResult;
import io.sluice.batch.row.Row;
import io.sluice.batch.row.RowState;
import io.sluice.batch.row.RowTable;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Takes the rows that are read: decides of each whether it is asked, and how many are read ahead.
 * Mutable; for one thread.
 */
final class RowIntake {

  /** How many rows of a file wait at most, so that a slow pipe keeps no answer waiting. */
  private static final int AHEAD = 16;

  private final BatchSettings settings;
  private final RowTable table;
  private final RowSource source;
  private final Optional<QueuedRows> queued;
  private final RowRules rules;
  private final ResultKeeping results;
  private final BatchTally tally;
  private final RowAdmission admission;
  private long fed;
  private boolean fedAll;

  RowIntake(
      BatchSettings settings,
      RowTable table,
      RowSource source,
      Optional<QueuedRows> queued,
      ResultKeeping results,
      BatchTally tally,
      RowAdmission admission) {
    this.settings = settings;
    this.table = table;
    this.source = source;
    this.queued = queued;
    this.rules = new RowRules(settings.policies, table);
    this.results = results;
    this.tally = tally;
    this.admission = admission;
  }

  /** Whether all rows were read. */
  boolean isDone() {
    return fedAll;
  }

  /**
   * How many rows may be read, in all so far. Of a queue no more are taken than could be sent,
   * since others would have to wait for them here.
   */
  long allowed(long now) {
    return fed + (queued.isPresent() ? admission.places(now) : AHEAD - admission.fresh());
  }

  /** Takes a row that was read, or the end of the rows. */
  void take(Fed next, long now) throws IOException {
    if (next.row().isEmpty()) {
      fedAll = true;
      return;
    }
    fed++;
    Row row = next.row().get();
    String print = next.pending().map(PendingRow::fingerprint).orElse("");
    OptionalInt known = table.find(row.id());
    RowState before = known.isPresent() ? table.state(known.getAsInt()) : RowState.UNKNOWN;
    if (!isToBeAsked(row, print)) {
      tally.earlier(row.number(), known.isPresent() ? table.code(table.add(row.id())) : 0);
      queued.ifPresent(jobs -> jobs.skip(row));
    } else if (next.pending().isEmpty()) {
      unasked(row, print, RowErrorKind.INVALID_ROW, row.fault());
    } else if (before == RowState.SENT
        && settings.policies.inFlight() == RowPolicies.InFlight.SKIP) {
      unasked(row, print, RowErrorKind.IN_FLIGHT, "it was sent before, and its answer is lost");
    } else {
      admission.add(next.pending().get(), now);
    }
  }

  private boolean isToBeAsked(Row row, String print) throws RefusedRowsException {
    if (queued.isEmpty()) {
      return rules.isToBeAsked(row, print, source);
    }
    return rules.isUnanswered(row, print) && !queued.get().isAnswered(row);
  }

  private void unasked(Row row, String print, RowErrorKind kind, String why) throws IOException {
    results.keep(RowResult.builder(row).fingerprint(print).error(kind, why).build());
  }
}
