package io.sluice.batch;

import io.sluice.batch.journal.BatchJournal;
import io.sluice.batch.journal.SyncPolicy;
import io.sluice.batch.pace.SendNeed;
import io.sluice.batch.result.ResultLine;
import io.sluice.batch.result.RowErrorKind;
import io.sluice.batch.result.RowResult;
import io.sluice.batch.row.RowState;
import io.sluice.batch.row.RowTable;
import io.sluice.chat.Usage;
import io.sluice.pipeline.PipelineResult;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Keeps what becomes of rows: in the files, in the counts, and with the observer. */
final class ResultKeeping {

  private static final long SYNC = TimeUnit.SECONDS.toNanos(1);

  private final BatchSettings settings;
  private final Optional<BatchJournal> journal;
  private final RowTable table;
  private final Optional<QueuedRows> queued;
  private final BatchTally tally;
  private long synced;

  ResultKeeping(
      BatchSettings settings,
      Optional<BatchJournal> journal,
      RowTable table,
      Optional<QueuedRows> queued,
      BatchTally tally,
      long now) {
    this.settings = settings;
    this.journal = journal;
    this.table = table;
    this.queued = queued;
    this.tally = tally;
    this.synced = now;
  }

  /** Notes that a row is about to be sent. */
  void sent(PendingRow row) throws IOException {
    if (journal.isPresent()) {
      journal.get().sent(row.row().id(), row.sends(), row.fingerprint(), row.prompt().tokens());
    }
  }

  /** What a run used, by the server's figures if it reported any. */
  SendNeed used(PendingRow row, PipelineResult result) {
    Outcome outcome = result.outcome();
    Optional<Usage> usage = outcome.completion().usage();
    long input =
        usage.filter(Usage::tellsPrompt).map(Usage::promptTokens).orElse(row.prompt().tokens());
    long output =
        usage
            .filter(Usage::tellsCompletion)
            .map(Usage::completionTokens)
            .orElseGet(
                () ->
                    outcome.chunks() == 0
                        ? 0
                        : settings.meter.answer(row.request(), outcome.completion()));
    if (outcome.chunks() > 0) {
      tally.tokens(row.request().model(), row.prompt().tokens(), input, output);
    }
    return new SendNeed(input, output);
  }

  /** Keeps the result of a row that is not asked again. */
  void keep(PendingRow row, String id, PipelineResult result) throws IOException {
    Outcome outcome = result.outcome();
    RowResult.Builder kept =
        RowResult.builder(row.row())
            .run(id, result)
            .fingerprint(row.fingerprint())
            .attempts(row.attempts())
            .waited(row.waited());
    if (outcome.status() != Status.COMPLETED) {
      kept.error(
          RowErrorKind.of(outcome),
          outcome.failure().map(Failure::message).orElse(outcome.status().text()));
    }
    keep(kept.build());
  }

  /** Keeps a result, whatever the observer throws. */
  void keep(RowResult result) throws IOException {
    try {
      settings.observer.keeping(result);
    } finally {
      kept(result);
    }
    settings.observer.ended(result);
  }

  private void kept(RowResult result) throws IOException {
    String line =
        journal.isPresent() || queued.isPresent() ? ResultLine.write(result, settings.detail) : "";
    if (journal.isPresent()) {
      journal.get().result(result.row().id(), line);
      if (settings.sync == SyncPolicy.ROW) {
        journal.get().force();
      }
    } else if (queued.isEmpty()) {
      table.state(table.add(result.row().id()), RowState.ANSWERED);
    }
    queued.ifPresent(jobs -> jobs.done(result, line));
    if (result.error().isPresent()) {
      tally.failed();
    } else {
      tally.completed();
    }
  }

  /** Forces the files to disk if it is time. */
  void tick(long now) throws IOException {
    if (journal.isPresent() && settings.sync == SyncPolicy.SECOND && now - synced >= SYNC) {
      synced = now;
      journal.get().force();
    }
  }

  /** Forces the files to disk, and makes the output if all rows have a result. */
  void end(boolean isFinal) throws IOException {
    if (journal.isEmpty()) {
      return;
    }
    if (settings.sync != SyncPolicy.NONE) {
      journal.get().force();
    }
    if (isFinal) {
      journal.get().finish(settings.form);
    }
  }
}
