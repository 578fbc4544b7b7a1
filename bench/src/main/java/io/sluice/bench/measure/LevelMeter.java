package io.sluice.bench.measure;

import io.sluice.stream.Failure;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures one level. Requests of its warm-up, and those that are due after its window has closed,
 * are not measured. Rates count what comes or completes within the window, whenever it was due.
 * Mutable; thread-safe.
 */
public final class LevelMeter {

  private static final double TOLERANCE = 0.05;

  private final List<Objective> objectives;
  private final InFlight inFlight = new InFlight();
  private final Timeline timeline = new Timeline();
  private final Map<Metric, Distribution> times = new EnumMap<>(Metric.class);
  private final Distribution clientDelays = Distribution.empty();
  private final Map<String, Long> failures = new TreeMap<>();
  private long due;
  private long sent;
  private long held;
  private long completed;
  private long completedGood;
  private long cut;
  private long good;
  private long judged;
  private long unjudged;
  private long outputTokens;
  private long inputTokens;
  private long offLength;
  private long lastEnd = Long.MIN_VALUE;
  private int warmRequests;
  private long warmUntil;
  private volatile long opened = Long.MAX_VALUE;
  private volatile long closed = Long.MAX_VALUE;

  /** A meter of a level that has not begun. */
  public LevelMeter(List<Objective> objectives) {
    this.objectives = List.copyOf(objectives);
    for (Metric metric : Metric.values()) {
      times.put(metric, Distribution.empty());
    }
  }

  /**
   * The level begins, with its warm-up.
   *
   * @param requests the number of first requests that belong to the warm-up
   * @param nanos for how long requests that are due belong to it
   */
  public synchronized void begin(long at, int requests, long nanos) {
    warmRequests = requests;
    warmUntil = at + nanos;
    timeline.begin(at);
  }

  /** The window closes. It closes once; a second call changes nothing. */
  public synchronized void close(long at) {
    if (closed == Long.MAX_VALUE) {
      closed = at;
      inFlight.watchUntil(at);
    }
  }

  /** The window closes right after the last request ended; now, if any is still under way. */
  public synchronized void closeAfterLast(long now) {
    close(inFlight.now() == 0 && lastEnd > opened ? lastEnd + 1 : now);
  }

  /** Whether what happens at that moment is measured. */
  public boolean measures(long at) {
    return at >= opened && at < closed;
  }

  /** By number and time alone, so that it does not matter which thread comes first. */
  private boolean measures(int number, long dueAt) {
    return number >= warmRequests && dueAt >= warmUntil && dueAt < closed;
  }

  /**
   * A request is due; numbers count from 0, but need not come in order.
   *
   * @return whether it is the first after the warm-up: the window opens when it was due
   */
  public synchronized boolean due(int number, long at) {
    if (!measures(number, at)) {
      return false;
    }
    due++;
    if (opened != Long.MAX_VALUE) {
      return false;
    }
    opened = at;
    inFlight.watchFrom(at);
    return true;
  }

  /** A request that is due is not sent, because too many are under way. */
  public synchronized void held(int number, long dueAt) {
    held += measures(number, dueAt) ? 1 : 0;
  }

  /** A request that was held can be sent now. */
  public synchronized void released(int number, long dueAt, long at) {
    held -= measures(number, dueAt) && at < closed ? 1 : 0;
  }

  /** A request that was due is sent now. */
  public synchronized void sent(int number, long dueAt, long at) {
    sent += measures(number, dueAt) && at < closed ? 1 : 0;
    inFlight.change(at, 1);
    timeline.inFlight(at, inFlight.now());
  }

  /** Tokens came. */
  public void tokens(long at, long count) {
    timeline.tokens(at, count);
    if (measures(at)) {
      synchronized (this) {
        outputTokens += count;
      }
    }
  }

  /** Takes the gaps of an answer while they come; {@code clock} says when that is. */
  public TokenGaps.Recorder gaps(BenchClock clock) {
    Distribution reads = times(Metric.ICL);
    Distribution tokens = times(Metric.ITL);
    return new TokenGaps.Recorder() {
      @Override
      public void read(long nanos) {
        if (measures(clock.nanos())) {
          reads.add(nanos);
        }
      }

      @Override
      public void tokens(long nanos, long count) {
        if (measures(clock.nanos())) {
          tokens.add((double) nanos / count, count);
        }
      }
    };
  }

  /**
   * A request has ended.
   *
   * @param asked the number of tokens that was asked for; 0 if none was
   */
  public synchronized void ended(RequestTimes request, long at, long asked) {
    inFlight.change(at, -1);
    timeline.inFlight(at, inFlight.now());
    if (!request.isCompleted() && !request.isCut()) {
      timeline.error(at);
    }
    lastEnd = Math.max(lastEnd, at);
    Objective.Judgement judgement = Objective.judge(objectives, request);
    if (request.isCompleted() && at > opened && at < closed) {
      completed++;
      completedGood += judgement == Objective.Judgement.GOOD ? 1 : 0;
      inputTokens += request.inputTokens();
    }
    if (measures(request.number(), request.due())) {
      count(request, judgement, asked);
      clientDelays.add(request.clientDelay());
      for (Metric metric : Metric.values()) {
        request.time(metric).ifPresent(times(metric)::add);
      }
    }
  }

  private void count(RequestTimes request, Objective.Judgement judgement, long asked) {
    if (request.isCut()) {
      cut++;
    } else if (request.isCompleted()) {
      offLength +=
          asked > 0 && Math.abs(request.outputTokens() - asked) > asked * TOLERANCE ? 1 : 0;
    } else {
      failures.merge(kind(request), 1L, Long::sum);
    }
    switch (judgement) {
      case GOOD -> {
        judged++;
        good++;
      }
      case BAD -> judged++;
      case NONE -> unjudged += request.isCut() ? 0 : 1;
    }
  }

  private static String kind(RequestTimes request) {
    return request.outcome().failure().map(LevelMeter::kind).orElse("truncated");
  }

  private static String kind(Failure failure) {
    if (failure instanceof Failure.Http http) {
      return "HTTP " + http.status();
    }
    if (failure instanceof Failure.Connection) {
      return "connection";
    }
    if (failure instanceof Failure.TimedOut) {
      return "timed out";
    }
    return failure instanceof Failure.Provider ? "error in the stream" : "broken answer";
  }

  /** The times of that metric, which go on changing while requests end. */
  public Distribution times(Metric metric) {
    return times.getOrDefault(metric, Distribution.empty());
  }

  /** How late requests were written since they could be sent, without connecting. */
  public Distribution clientDelays() {
    return clientDelays;
  }

  /** The requests under way. */
  public InFlight inFlight() {
    return inFlight;
  }

  /** The seconds of the level so far. */
  public List<Timeline.Second> seconds() {
    return timeline.seconds();
  }

  /** The distributions, which go on changing while requests end. */
  public Map<Metric, Distribution> times() {
    return Collections.unmodifiableMap(times);
  }

  /** The numbers so far. */
  public synchronized LevelCounts counts() {
    return new LevelCounts(
        due,
        sent,
        held,
        completed,
        completedGood,
        cut,
        good,
        judged,
        unjudged,
        outputTokens,
        inputTokens,
        offLength,
        failures);
  }

  /** The length of the window in seconds; 0 if it never opened. */
  public double seconds(long now) {
    long end = Math.min(closed, now);
    return end > opened ? (end - opened) / 1e9 : 0;
  }
}
