package io.sluice.bench.run;

import io.sluice.bench.audit.AuditFigures;
import io.sluice.bench.audit.AuditRules;
import io.sluice.bench.audit.LevelAudit;
import io.sluice.bench.load.Extent;
import io.sluice.bench.load.LoadLevel;
import io.sluice.bench.load.Ramp;
import io.sluice.bench.measure.LevelCounts;
import io.sluice.bench.measure.LevelMeter;
import io.sluice.bench.measure.Metric;
import io.sluice.bench.report.LevelReport;
import io.sluice.chat.ChatRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One round of one level of a benchmark. Used once. */
public final class LevelRun {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long CUT_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final int MOST_SCHEDULED = 10_000_000;

  private final BenchSetup setup;
  private final LoadLevel load;
  private final Extent extent;
  private final int round;
  private final LevelMeter meter;
  private final FirstFailure failure = new FirstFailure();
  private final Sender sender;
  private final LevelAudit audit;
  private volatile boolean stopped;
  private volatile boolean opened;
  private volatile long start;

  /**
   * A level that has not begun.
   *
   * @param round the number of the round, from 1; it changes the seed of the schedule
   */
  public LevelRun(BenchSetup setup, LoadLevel load, Extent extent, int round) {
    this.setup = setup;
    this.load = load;
    this.extent = extent;
    this.round = round;
    meter = new LevelMeter(setup.objectives);
    sender = new Sender(setup, meter, failure);
    audit = new LevelAudit(setup.machine, setup.loops);
  }

  /** How far it is. May be called from any thread; nothing has happened before {@link #run}. */
  public LevelProgress progress() {
    long now = setup.clock.nanos();
    LevelCounts counts = meter.counts();
    double seconds = meter.seconds(now);
    return new LevelProgress(
        Duration.ofNanos(start == 0 ? 0 : now - start),
        sender.ended(),
        counts.failed(),
        meter.inFlight().now(),
        seconds > 0 ? counts.outputTokens() / seconds : 0);
  }

  /** How long it lasts. */
  public Extent extent() {
    return extent;
  }

  /** The model as the server names it; empty if it has not done so. */
  public String served() {
    return sender.served();
  }

  /** Ends the level early; its report holds what was measured. May be called from any thread. */
  public void stop() {
    stopped = true;
    sender.cut();
  }

  /**
   * Runs the level and waits for its end. This thread keeps the schedule and does nothing else. A
   * level without an answer is void.
   *
   * @throws IllegalArgumentException if the server's dialect cannot express a request
   * @throws InterruptedException if this thread is interrupted; what is under way is ended
   */
  public LevelReport run() throws InterruptedException {
    LoadLoop loop = loop();
    try (audit) {
      start = setup.clock.nanos();
      meter.begin(start, extent.warmUpRequests(streams()), extent.warmUpTime().toNanos());
      audit.start();
      loop.run(start, new Driven());
      LevelReport report = finish();
      if (sender.broken().isPresent()) {
        throw sender.broken().get();
      }
      return report;
    } finally {
      sender.cut();
    }
  }

  /** Why no request was answered; empty if one was, or if the level was stopped before. */
  Optional<NothingAnsweredException> unanswered() {
    return failure
        .failure()
        .filter(why -> !stopped || failure.isHopeless())
        .map(NothingAnsweredException::new);
  }

  private LevelReport finish() throws InterruptedException {
    if (extent.requests().isPresent()) {
      sender.awaitIdle(extent.time().toNanos());
      meter.closeAfterLast(setup.clock.nanos());
    } else {
      waitUntil(start + extent.time().toNanos());
      meter.close(setup.clock.nanos());
    }
    AuditFigures figures = audit.end(meter.counts(), meter.clientDelays());
    sender.awaitIdle(extent.coolDown().toNanos());
    sender.cut();
    sender.awaitCut(CUT_NANOS);
    return report(figures);
  }

  private LevelReport report(AuditFigures figures) {
    var closing = figures.withDelays(meter.clientDelays());
    List<String> reasons =
        new ArrayList<>(AuditRules.reasons(closing, meter.times(Metric.SERVICE_TTFT).median()));
    Optional<NothingAnsweredException> none = unanswered();
    if (none.isPresent()) {
      reasons.add(none.get().getMessage());
    } else if (!opened) {
      reasons.add("the warm-up did not end before the level did; make the level longer");
    } else if (meter.counts().completed() == 0) {
      reasons.add("no answer was complete within the window; make the level longer");
    }
    return new LevelReport(
        load.kind(),
        load.value(),
        load.label(),
        round,
        meter.seconds(setup.clock.nanos()),
        meter.counts(),
        meter.inFlight().mean(),
        meter.inFlight().peak(),
        meter.times(),
        meter.seconds(),
        closing,
        reasons);
  }

  private LoadLoop loop() {
    int most = extent.requests().orElse(Integer.MAX_VALUE);
    if (load instanceof LoadLevel.Open open) {
      return new OpenLoop(schedule(open.rate(), most), setup.mostInFlight);
    }
    Ramp streams =
        load instanceof LoadLevel.Rising rising
            ? rising.ramp()
            : new Ramp((int) load.value(), (int) load.value(), Duration.ofSeconds(1));
    return new ClosedLoop(streams, most, extent.time().toNanos(), setup.clock);
  }

  private long[] schedule(double rate, int most) {
    long nanos = extent.time().toNanos();
    List<Long> moments = setup.workload.moments();
    if (!moments.isEmpty()) {
      return moments.stream().filter(at -> at < nanos).limit(most).mapToLong(at -> at).toArray();
    }
    double fitting = extent.requests().isPresent() ? most : Math.ceil(rate * nanos / 1e9);
    if (fitting > MOST_SCHEDULED) {
      throw new IllegalArgumentException(
          "a schedule of more than " + MOST_SCHEDULED + " requests; make the level shorter");
    }
    return setup.arrival.schedule(rate, (int) fitting, setup.seed + round - 1);
  }

  private boolean waitUntil(long moment) {
    long now = setup.clock.nanos();
    while (now < moment && goesOn()) {
      setup.clock.parkUntil(Math.min(moment, now + LOOK_NANOS));
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
      now = setup.clock.nanos();
    }
    return goesOn();
  }

  private boolean goesOn() {
    return !stopped && !failure.isHopeless() && sender.broken().isEmpty();
  }

  private int streams() {
    return load instanceof LoadLevel.Open ? 1 : (int) load.value();
  }

  /** The level as its loop sees it. */
  private final class Driven implements LoadLoop.Level {
    @Override
    public ChatRequest request(int number) {
      return setup.request(number);
    }

    @Override
    public void due(int number, long at) {
      if (meter.due(number, at)) {
        opened = true;
        audit.open();
      }
    }

    @Override
    public void send(int number, ChatRequest request, long due, Runnable ended) {
      sender.send(number, request, new Sender.Moments(due, due), ended);
    }

    @Override
    public void held(int number, long due) {
      meter.held(number, due);
    }

    @Override
    public void sendHeld(int number, ChatRequest request, long due, Runnable ended) {
      long free = setup.clock.nanos();
      meter.released(number, due, free);
      sender.send(number, request, new Sender.Moments(due, free), ended);
    }

    @Override
    public boolean await(long moment) {
      return waitUntil(moment);
    }
  }
}
