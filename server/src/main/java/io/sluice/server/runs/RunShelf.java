package io.sluice.server.runs;

import io.sluice.runlog.LogMemory;
import io.sluice.server.archive.PastRun;
import io.sluice.server.archive.RunArchive;
import io.sluice.server.http.Refusal;
import io.sluice.server.limits.Limits;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The runs of a server: all that are under way, and those that have ended a while ago. A run that
 * has ended is dropped when its time is over, or when memory is short, the oldest first.
 * Thread-safe.
 */
public final class RunShelf implements AutoCloseable {

  private static final Comparator<ServedRun> NEWEST_FIRST =
      Comparator.comparing((ServedRun run) -> run.context().started())
          .thenComparing(ServedRun::id)
          .reversed();

  private static final int MOST_FINISHED = 10_000;
  private static final Duration SAME_ORDER = Duration.ofMinutes(10);

  private final RunStarter starter;
  private final ServedTerms terms;
  private final Limits limits;
  private final LongSupplier nanoTime;
  private final LogMemory memory;
  private final Map<String, KeptRun> runs = new HashMap<>();
  private final Deque<KeptRun> finished = new ArrayDeque<>();
  private final Map<String, KeptRun> orders = new HashMap<>();
  private boolean closed;

  /** A shelf on these terms, with a clock of nanoseconds. */
  public RunShelf(ServedTerms terms, LongSupplier nanoTime) {
    this.starter = new RunStarter(terms, nanoTime);
    this.terms = terms;
    this.limits = terms.limits();
    this.nanoTime = nanoTime;
    this.memory = LogMemory.of(limits.logMemoryTotal(), this::relieve);
  }

  /**
   * Starts a run, or finds the one that the same order started within ten minutes.
   *
   * @throws Refusal if there are too many runs, or the order cannot be carried out
   */
  public synchronized Started start(String owner, RunOrder order) {
    expire();
    Optional<ServedRun> known = order.clientId().flatMap(id -> ordered(owner, id));
    if (known.isPresent()) {
      return new Started(known.get(), News.KNOWN);
    }
    refuseIfFull(owner);
    return new Started(
        starter.start(owner, order, memory, run -> keep(run, order.clientId()), this::ended),
        News.NEW);
  }

  /**
   * Starts a run for each order, all or none.
   *
   * @throws Refusal as {@link #start} does; those that were started are stopped then
   */
  public synchronized List<ServedRun> startAll(String owner, List<RunOrder> orders) {
    List<ServedRun> started = new ArrayList<>();
    try {
      orders.forEach(order -> started.add(start(owner, order).run()));
    } catch (Refusal refused) {
      started.forEach(ServedRun::stop);
      throw refused;
    }
    return started;
  }

  /** A name for a run that is received, from that moment. */
  public String name(Instant started) {
    return starter.name(started);
  }

  /**
   * Begins to keep a run whose answer comes from elsewhere.
   *
   * @throws Refusal if there are too many runs
   */
  public synchronized ServedRun receive(ReceivedRun received) {
    expire();
    refuseIfFull(received.owner());
    return starter.receive(received, memory, run -> keep(run, Optional.empty()), this::ended);
  }

  /**
   * Begins to follow a run that another process makes, unless it is followed already.
   *
   * @throws Refusal if there are too many runs
   */
  synchronized ServedRun follow(ReceivedRun followed) {
    KeptRun known = runs.get(followed.id());
    if (known != null) {
      return known.run();
    }
    refuseIfFull(followed.owner());
    return starter.follow(followed, memory, run -> keep(run, Optional.empty()), this::ended);
  }

  /** The run of that name, if it is here and this caller's. */
  public synchronized Optional<ServedRun> held(String owner, String id) {
    expire();
    return Optional.ofNullable(runs.get(id))
        .map(KeptRun::run)
        .filter(run -> run.owner().equals(owner));
  }

  /**
   * Reads a run back from an archive, and keeps it as one that has just ended.
   *
   * @throws IOException in one line, if the archive cannot be read
   */
  ServedRun recover(RunArchive archive, String owner, PastRun past) throws IOException {
    return putBack(new RunRecovery(archive, terms, nanoTime).recover(owner, past, memory));
  }

  /** The runs of a caller, the newest first. */
  public synchronized List<ServedRun> of(String owner) {
    expire();
    return runs.values().stream()
        .map(KeptRun::run)
        .filter(run -> run.owner().equals(owner))
        .sorted(NEWEST_FIRST)
        .toList();
  }

  /** Drops a run that has ended; says whether it had. */
  public synchronized boolean remove(ServedRun run) {
    KeptRun kept = runs.get(run.id());
    if (kept == null || !finished.contains(kept)) {
      return false;
    }
    finished.remove(kept);
    drop(kept);
    return true;
  }

  /**
   * Stops all runs, and waits until their last lines are written, five seconds at most. No run can
   * be started afterwards; what was kept can still be read, until {@link #close}.
   */
  public void stopAll() {
    List<KeptRun> all;
    synchronized (this) {
      closed = true;
      all = new ArrayList<>(runs.values());
    }
    all.forEach(kept -> kept.run().stop());
    CompletableFuture.allOf(all.stream().map(KeptRun::over).toArray(CompletableFuture<?>[]::new))
        .completeOnTimeout(null, 5, TimeUnit.SECONDS)
        .join();
  }

  /** Gives up all lines of all runs. */
  @Override
  public synchronized void close() {
    closed = true;
    runs.values().forEach(kept -> kept.run().log().close());
    runs.clear();
    finished.clear();
    orders.clear();
  }

  /** Waits until a run that has written its last line is counted as ended, which is a moment. */
  void settled(ServedRun run) {
    Optional<KeptRun> kept;
    synchronized (this) {
      kept = Optional.ofNullable(runs.get(run.id()));
    }
    kept.ifPresent(ending -> ending.over().join());
  }

  private Optional<ServedRun> ordered(String owner, String clientId) {
    return Optional.ofNullable(orders.get(key(owner, clientId))).map(KeptRun::run);
  }

  private void refuseIfFull(String owner) {
    if (closed) {
      throw new Refusal(503, "stopping", "the server is stopping; ask again when it has started");
    }
    int live = runs.size() - finished.size();
    if (live >= limits.liveRuns()) {
      throw Refusal.tooMany("too_many_runs", "there are " + live + " runs under way; wait for one");
    }
    long own = runs.values().stream().filter(kept -> kept.isLiveOf(owner)).count();
    if (own >= limits.runsOfAToken()) {
      throw Refusal.tooMany(
          "too_many_runs",
          "'" + owner + "' has " + own + " runs under way; wait for one or stop it");
    }
  }

  private void keep(ServedRun run, Optional<String> clientId) {
    var kept = new KeptRun(run, clientId.map(id -> key(run.owner(), id)), nanoTime.getAsLong());
    runs.put(run.id(), kept);
    kept.order().ifPresent(key -> orders.put(key, kept));
  }

  /**
   * Another reader may have put it back meanwhile. One that another process has written on since
   * takes the place of what was there of it.
   */
  private synchronized ServedRun putBack(ServedRun run) {
    KeptRun known = runs.get(run.id());
    if (known != null && isOutrun(known.run(), run) && remove(known.run())) {
      known = null;
    }
    if (known != null || closed) {
      run.log().close();
      return known == null ? run : known.run();
    }
    var kept = new KeptRun(run, Optional.empty(), nanoTime.getAsLong());
    kept.over().complete(null);
    runs.put(run.id(), kept);
    finish(kept);
    return run;
  }

  private static boolean isOutrun(ServedRun known, ServedRun run) {
    return known.wasKilled() && (!run.wasKilled() || run.log().lines() > known.log().lines());
  }

  private void ended(ServedRun run) {
    Optional<KeptRun> kept;
    synchronized (this) {
      kept = Optional.ofNullable(runs.get(run.id()));
      kept.ifPresent(this::finish);
    }
    kept.ifPresent(over -> over.over().complete(null));
  }

  private void finish(KeptRun kept) {
    if (kept.run().log().isClosed()) {
      drop(kept);
      return;
    }
    kept.finished(nanoTime.getAsLong());
    finished.addLast(kept);
    if (finished.size() > MOST_FINISHED) {
      drop(finished.removeFirst());
    }
  }

  private void expire() {
    long now = nanoTime.getAsLong();
    while (!finished.isEmpty() && now - finished.getFirst().ended() > limits.keep().toNanos()) {
      drop(finished.removeFirst());
    }
    orders.values().removeIf(kept -> now - kept.began() > SAME_ORDER.toNanos());
  }

  private void drop(KeptRun kept) {
    runs.remove(kept.run().id());
    kept.order().ifPresent(key -> orders.remove(key, kept));
    kept.run().log().close();
  }

  /** Called by a log that does not fit, on the thread of its run, which holds no lock of a log. */
  private synchronized void relieve() {
    while (memory.isExceeded() && !finished.isEmpty()) {
      drop(finished.removeFirst());
    }
  }

  private static String key(String owner, String clientId) {
    return owner + '\n' + clientId;
  }

  /** Whether an order started its run now. */
  public enum News {
    /** The run was started by this call. */
    NEW,
    /** The same order had started it before. */
    KNOWN
  }

  /**
   * What became of an order.
   *
   * @param run the run
   * @param news whether it was started now
   */
  public record Started(ServedRun run, News news) {}
}
