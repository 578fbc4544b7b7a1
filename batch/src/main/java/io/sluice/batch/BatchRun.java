package io.sluice.batch;

import io.sluice.batch.RowFeed.Fed;
import io.sluice.batch.input.RowSource;
import io.sluice.batch.journal.BatchJournal;
import io.sluice.batch.journal.JournalException;
import io.sluice.batch.pace.Concurrency;
import io.sluice.batch.pace.RefusalPause;
import io.sluice.batch.pace.SendLimiter;
import io.sluice.batch.pace.SendNeed;
import io.sluice.batch.result.RowErrorKind;
import io.sluice.batch.result.RowResult;
import io.sluice.batch.row.Row;
import io.sluice.batch.row.RowState;
import io.sluice.batch.row.RowTable;
import io.sluice.limit.RateLimits;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.pipeline.Run;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * A batch under way. One thread decides everything and writes the files; what happens on other
 * threads comes to it as a task. Used once.
 */
final class BatchRun {

  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long MOMENT = TimeUnit.SECONDS.toNanos(2);
  private static final String LIMITS = "the limits of a minute";
  private static final String SERVER = "the server asked (429)";

  private final BatchSettings settings;
  private final Optional<BatchJournal> journal;
  private final RowTable table;
  private final RowSource source;
  private final RowRules rules;
  private final RowFeed feed;
  private final RowQueue queue = new RowQueue();
  private final ResultKeeping results;
  private final BatchTally tally;
  private final BatchEnd end;
  private final RowSending sending;
  private final SendLimiter limiter;
  private final RefusalPause pause;
  private final Concurrency concurrency;
  private final Retrying retrying;
  private final Set<PendingRow> underWay = new LinkedHashSet<>();
  private final LinkedBlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
  private final int sentBefore;
  private boolean fedAll;
  private Optional<Throwable> fault = Optional.empty();

  /** Told to the thread at the end: a write by one that is interrupted closes the file. */
  private boolean interrupted;

  private boolean limitsSaid;
  private long unanswered;
  private long told;
  private long wakeAt;
  private String waitingFor = "";

  BatchRun(
      Pipeline pipeline,
      BatchSettings settings,
      Optional<BatchJournal> journal,
      RowTable table,
      RowSource source,
      Optional<InputReport> report) {
    long now = settings.clock.getAsLong();
    this.settings = settings;
    this.journal = journal;
    this.table = table;
    this.source = source;
    this.rules = new RowRules(settings.policies, table);
    this.told = now;
    this.tally = new BatchTally(settings.prices, report, now);
    this.end = new BatchEnd(settings);
    this.limiter = new SendLimiter(settings.limits);
    this.pause = new RefusalPause(settings.patience, ThreadLocalRandom.current(), now);
    this.concurrency = settings.concurrency.get();
    this.retrying = new Retrying(settings.retries);
    this.results = new ResultKeeping(settings, journal, table, tally, now);
    this.sending = new RowSending(pipeline, tasks::add);
    this.feed =
        new RowFeed(source, settings.meter, settings.target, fed -> tasks.add(() -> fed(fed)));
    this.sentBefore = table.count(RowState.SENT);
  }

  BatchSummary run() throws IOException {
    settings.control.wakes(() -> tasks.add(() -> {}));
    feed.start();
    try {
      while (!isOver()) {
        guarded(this::admit);
        Task task = tasks.poll(patience(), TimeUnit.NANOSECONDS);
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
    boolean all = fedAll && queue.isEmpty() && underWay.isEmpty() && unanswered == 0;
    BatchStop stop = all ? BatchStop.FINISHED : end.stop().orElse(BatchStop.ASKED);
    results.end(stop.isFinal());
    long now = now();
    settings.observer.progress(tally.progress(underWay.size(), "", 0, now));
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
    return fedAll && queue.isEmpty() && underWay.isEmpty();
  }

  /** Sends rows as long as one may be sent now. */
  private void admit() throws IOException {
    wakeAt = Long.MAX_VALUE;
    waitingFor = "";
    long begun = now();
    boolean sent = true;
    while (sent && end.stop().isEmpty() && underWay.size() < concurrency.limit()) {
      Optional<PendingRow> next = queue.next(now(), 2 * concurrency.limit());
      sent = next.isPresent() && isAdmitted(next.get()) && sent(queue.take());
    }
    queue.nextReady(begun).ifPresent(this::wake);
  }

  private boolean isAdmitted(PendingRow row) {
    long now = now();
    if (pause.until() - now > 0) {
      waitingFor = SERVER;
      wake(pause.until());
      return false;
    }
    SendNeed need = need(row);
    if (limiter.isAlone(need) && !underWay.isEmpty()) {
      return false;
    }
    long wait = limiter.wait(need, now);
    if (wait > 0) {
      waitingFor = LIMITS;
      wake(now + wait);
      return false;
    }
    return end.allows(row, need, tally, underWay);
  }

  private boolean sent(PendingRow row) throws IOException {
    SendNeed need = need(row);
    long now = now();
    row.sent(need, now);
    results.sent(row);
    tally.sent();
    limiter.sent(need, now);
    if (row.sends() == 1) {
      feed.taken();
    }
    Optional<String> inexpressible = sending.send(row, this::stated, this::ended);
    if (inexpressible.isEmpty()) {
      underWay.add(row);
    } else {
      results.keep(
          RowResult.builder(row.row())
              .fingerprint(row.fingerprint())
              .error(RowErrorKind.INVALID_ROW, inexpressible.get())
              .build());
    }
    return true;
  }

  private SendNeed need(PendingRow row) {
    OptionalInt most = row.request().maxTokens();
    return limiter.need(
        row.prompt().tokens(),
        most.isPresent() ? OptionalLong.of(most.getAsInt()) : OptionalLong.empty());
  }

  /** A row was read, or there is none left. */
  private void fed(Fed fed) throws IOException {
    if (fed.broken().isPresent()) {
      failed(fed.broken().get());
      return;
    }
    if (fed.row().isEmpty()) {
      fedAll = true;
      return;
    }
    Row row = fed.row().get();
    String print = fed.pending().map(PendingRow::fingerprint).orElse("");
    OptionalInt known = table.find(row.id());
    RowState before = known.isPresent() ? table.state(known.getAsInt()) : RowState.UNKNOWN;
    if (!rules.isToBeAsked(row, print, source)) {
      tally.earlier(row.number(), table.code(table.add(row.id())));
      feed.taken();
    } else if (fed.pending().isEmpty()) {
      unasked(row, print, RowErrorKind.INVALID_ROW, row.fault());
    } else if (before == RowState.SENT
        && settings.policies.inFlight() == RowPolicies.InFlight.SKIP) {
      unasked(row, print, RowErrorKind.IN_FLIGHT, "it was sent before, and its answer is lost");
    } else {
      fed.pending().get().ready(now());
      queue.add(fed.pending().get());
    }
  }

  private void unasked(Row row, String print, RowErrorKind kind, String why) throws IOException {
    results.keep(RowResult.builder(row).fingerprint(print).error(kind, why).build());
    feed.taken();
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
    if (limiter.adopt(limits, now()) && !limitsSaid) {
      limitsSaid = true;
      settings.observer.notice(StatedLimits.line(limiter));
    }
  }

  /** The run of a row has ended. */
  private void ended(PendingRow row, String id, PipelineResult whole) throws IOException {
    underWay.remove(row);
    PipelineResult result = settings.shaping.apply(id, whole);
    long now = now();
    RowJudgement judgement = RowJudgement.of(result.outcome(), settings.retriesTruncated);
    SendNeed used = results.used(row, result);
    if (judgement == RowJudgement.ANSWERED) {
      limiter.answered(row.need(), used);
      pause.answered();
      concurrency.answered();
    } else {
      limiter.corrected(row.need(), judgement == RowJudgement.REFUSED ? row.need() : used);
      if (RowJudgement.isOverloaded(result.outcome())) {
        concurrency.overloaded(row.sentAt(), now);
      }
    }
    end.ended(judgement, result.outcome());
    switch (judgement) {
      case ANSWERED, FAILED -> results.keep(row, id, result);
      case MAY_PASS -> failed(row, id, result, now);
      case REFUSED -> refused(row, result, now);
      case LEFT, NOT_AUTHORISED, NO_QUOTA -> unanswered++;
    }
  }

  private void failed(PendingRow row, String id, PipelineResult result, long now)
      throws IOException {
    Optional<Long> delay = retrying.delay(row.attempts(), result.outcome());
    if (delay.isEmpty()) {
      results.keep(row, id, result);
    } else {
      row.ready(now + delay.get());
      queue.againLater(row);
    }
  }

  private void refused(PendingRow row, PipelineResult result, long now) {
    tally.refused();
    pause.refused(Retrying.asked(result.outcome()), row.sentAt(), now);
    row.refused(now);
    queue.again(row);
    if (pause.isOutOfPatience(now)) {
      end.outOfPatience();
    }
  }

  private void tick() throws IOException {
    long now = now();
    results.tick(now);
    if (now - told >= TICK) {
      told = now;
      long waiting = wakeAt == Long.MAX_VALUE ? 0 : wakeAt - now;
      settings.observer.progress(tally.progress(underWay.size(), waitingFor, waiting, now));
    }
  }

  /** How long to wait for a task at most. */
  private long patience() {
    long now = now();
    long wake = wakeAt == Long.MAX_VALUE ? TICK : wakeAt - now;
    return Math.max(0, Math.min(TICK, wake));
  }

  private void wake(long at) {
    if (wakeAt == Long.MAX_VALUE || at - wakeAt < 0) {
      wakeAt = at;
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
