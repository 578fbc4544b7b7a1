package io.sluice.batch;

import io.sluice.batch.RowFeed.Fed;
import io.sluice.batch.input.RowSource;
import io.sluice.batch.journal.BatchJournal;
import io.sluice.batch.journal.JournalException;
import io.sluice.batch.pace.SendNeed;
import io.sluice.batch.result.RowErrorKind;
import io.sluice.batch.result.RowResult;
import io.sluice.batch.row.RowState;
import io.sluice.batch.row.RowTable;
import io.sluice.limit.RateLimits;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.pipeline.Run;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A batch under way. One thread decides everything and writes the files; what happens on other
 * threads comes to it as a task. Used once.
 */
final class BatchRun {

  private static final long MOMENT = TimeUnit.SECONDS.toNanos(2);

  private final BatchSettings settings;
  private final Optional<BatchJournal> journal;
  private final Optional<QueuedRows> queued;
  private final RowFeed feed;
  private final RowIntake intake;
  private final ResultKeeping results;
  private final BatchTally tally;
  private final BatchEnd end;
  private final RowSending sending;
  private final RowAdmission admission;
  private final Retrying retrying;
  private final Set<PendingRow> underWay = new LinkedHashSet<>();
  private final LinkedBlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
  private final int sentBefore;
  private Optional<Throwable> fault = Optional.empty();

  /** Told to the thread at the end: until then it waits for those under way. */
  private boolean interrupted;

  private long unanswered;
  private long told;

  BatchRun(
      Pipeline pipeline,
      BatchSettings settings,
      Optional<BatchJournal> journal,
      RowTable table,
      RowSource source,
      Optional<QueuedRows> queued,
      Optional<InputReport> report) {
    long now = settings.clock.getAsLong();
    this.settings = settings;
    this.journal = journal;
    this.queued = queued;
    this.told = now;
    this.tally = new BatchTally(settings.prices, report, now);
    this.end = new BatchEnd(settings);
    this.admission = new RowAdmission(settings, end, tally, underWay, now);
    this.retrying = new Retrying(settings.retries);
    this.results = new ResultKeeping(settings, journal, table, queued, tally, now);
    this.sending =
        new RowSending(
            pipeline, tasks::add, row -> queued.map(jobs -> jobs.labels(row)).orElse(Map.of()));
    this.intake = new RowIntake(settings, table, source, queued, results, tally, admission);
    this.feed =
        new RowFeed(source, settings.meter, settings.target, fed -> tasks.add(() -> fed(fed)));
    this.sentBefore = table.count(RowState.SENT);
  }

  BatchSummary run() throws IOException {
    settings.control.wakes(() -> tasks.add(() -> {}));
    queued.ifPresent(jobs -> jobs.onRevoked(row -> tasks.add(() -> revoked(row))));
    feed.start();
    try {
      while (!isOver()) {
        guarded(this::admit);
        feed.allow(intake.allowed(now()));
        Task task = tasks.poll(admission.patience(now()), TimeUnit.NANOSECONDS);
        while (task != null) {
          guarded(task);
          task = tasks.poll();
        }
        guarded(this::tick);
      }
      return finished();
    } catch (InterruptedException stop) {
      interrupted = true;
      return finished();
    } finally {
      feed.stop();
      underWay.forEach(row -> row.run().ifPresent(Run::stop));
      settings.control.wakes(() -> {});
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What fails, other than the files, ends the batch no sooner than the runs under way. */
  private void guarded(Task task) throws JournalException {
    try {
      task.run();
    } catch (JournalException unwritable) {
      throw unwritable;
    } catch (IOException | RuntimeException failed) {
      failed(failed);
    }
  }

  private void failed(Throwable why) {
    if (fault.isEmpty()) {
      fault = Optional.of(why);
    }
    feed.stop();
    end.faulty();
  }

  private BatchSummary finished() throws IOException {
    leave();
    if (fault.isPresent()) {
      results.end(false);
      throw thrown(fault.get());
    }
    boolean all = intake.isDone() && admission.isEmpty() && underWay.isEmpty() && unanswered == 0;
    BatchStop stop = all ? BatchStop.FINISHED : end.stop().orElse(BatchStop.ASKED);
    results.end(stop.isFinal());
    long now = now();
    settings.observer.progress(tally.progress(underWay.size(), admission, now));
    long torn = journal.map(BatchJournal::tornBytes).orElse(0L);
    return tally.summary(stop, all ? "" : end.reason(), sentBefore, torn, now);
  }

  /** Stops what is under way still, and gives it a moment to close its sinks. */
  private void leave() throws IOException {
    feed.stop();
    underWay.forEach(row -> row.run().ifPresent(Run::stop));
    long until = now() + MOMENT;
    boolean waiting = true;
    while (waiting && !underWay.isEmpty() && until - now() > 0) {
      try {
        Task task = tasks.poll(until - now(), TimeUnit.NANOSECONDS);
        if (task != null) {
          guarded(task);
        }
      } catch (InterruptedException stop) {
        interrupted = true;
        waiting = false;
      }
    }
  }

  private boolean isOver() {
    if (settings.control.isAsked()) {
      end.asked(now());
    }
    if (end.stop().isPresent()) {
      return underWay.isEmpty() || end.isGraceOver(now());
    }
    return intake.isDone() && admission.isEmpty() && underWay.isEmpty();
  }

  /** Sends rows as long as one may be sent now. */
  private void admit() throws IOException {
    for (Optional<PendingRow> next = admission.next(now());
        next.isPresent();
        next = admission.next(now())) {
      send(next.get());
    }
  }

  private void send(PendingRow row) throws IOException {
    if (isRevoked(row)) {
      return;
    }
    admission.sent(row, now());
    results.sent(row);
    tally.sent();
    Optional<String> inexpressible = sending.send(row, this::stated, this::ended);
    if (inexpressible.isEmpty()) {
      underWay.add(row);
    } else {
      admission.unsent(row);
      results.keep(
          RowResult.builder(row.row())
              .fingerprint(row.fingerprint())
              .error(RowErrorKind.INVALID_ROW, inexpressible.get())
              .build());
    }
  }

  /** A row was read, or there is none left. */
  private void fed(Fed fed) throws IOException {
    if (fed.broken().isPresent()) {
      failed(fed.broken().get());
    } else {
      intake.take(fed, now());
    }
  }

  /** The queue took the job of a row back. */
  private void revoked(long number) {
    underWay.stream()
        .filter(row -> row.row().number() == number)
        .forEach(row -> row.run().ifPresent(Run::stop));
  }

  private boolean isRevoked(PendingRow row) {
    return queued.isPresent() && queued.get().isRevoked(row.row());
  }

  private static IOException thrown(Throwable why) {
    if (why instanceof RuntimeException ours) {
      throw ours;
    }
    if (why instanceof Error worse) {
      throw worse;
    }
    return (IOException) why;
  }

  /** A server stated its limits with the head of an answer. */
  private void stated(RateLimits limits) {
    admission.stated(limits, now()).ifPresent(settings.observer::notice);
  }

  /** The run of a row has ended. */
  private void ended(PendingRow row, String id, PipelineResult whole) throws IOException {
    underWay.remove(row);
    PipelineResult result = settings.shaping.apply(id, whole);
    long now = now();
    RowJudgement judgement = RowJudgement.of(result.outcome(), settings.retriesTruncated);
    SendNeed used = results.used(row, result);
    admission.ended(row, judgement, result.outcome(), used, now);
    end.ended(judgement, result.outcome());
    if (isRevoked(row) && (journal.isEmpty() || judgement != RowJudgement.ANSWERED)) {
      return;
    }
    switch (judgement) {
      case ANSWERED, FAILED -> results.keep(row, id, result);
      case MAY_PASS -> failed(row, id, result, now);
      case REFUSED -> {
        tally.refused();
        admission.refused(row, result.outcome(), now);
      }
      case LEFT, NOT_AUTHORISED, NO_QUOTA -> unanswered++;
    }
  }

  private void failed(PendingRow row, String id, PipelineResult result, long now)
      throws IOException {
    Optional<Long> delay = retrying.delay(row.attempts(), result.outcome());
    if (delay.isEmpty()) {
      results.keep(row, id, result);
    } else {
      admission.again(row, now + delay.get());
    }
  }

  private void tick() throws IOException {
    long now = now();
    results.tick(now);
    if (now - told >= RowAdmission.TICK) {
      told = now;
      settings.observer.progress(tally.progress(underWay.size(), admission, now));
    }
  }

  private long now() {
    return settings.clock.getAsLong();
  }

  /** What another thread has for this one. */
  @FunctionalInterface
  interface Task {
    void run() throws IOException;
  }
}
