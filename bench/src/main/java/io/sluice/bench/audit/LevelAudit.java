package io.sluice.bench.audit;

import io.sluice.bench.measure.Distribution;
import io.sluice.bench.measure.LevelCounts;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches the measuring program during the window of one level, on a thread of its own that sleeps
 * 10 ms at a time: how much longer it slept is a pause of the program or of the machine. To be
 * closed.
 */
public final class LevelAudit implements AutoCloseable {
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(10);
  private static final int TICKS_A_SAMPLE = 50;

  private final MachineProbe machine;
  private final LoopWatch loops;
  private final Distribution lateness = Distribution.empty();
  private final Thread thread = new Thread(this::watch, "sluice-bench-audit");
  private LoopWatch.Watching watching = () -> {};
  private long cpuBefore;
  private long collectionsBefore;
  private volatile long started;
  private double machineCpu;
  private int samples;
  private long longestPause;
  private long openFiles = -1;
  private volatile boolean opened;
  private volatile boolean over;

  /** An audit that has not begun. */
  public LevelAudit(MachineProbe machine, LoopWatch loops) {
    this.machine = machine;
    this.loops = loops;
    thread.setDaemon(true);
  }

  /** The level begins, with its warm-up, of which nothing is kept. */
  public void start() {
    watching =
        loops.watch(
            late -> {
              if (opened) {
                lateness.add(late);
              }
            });
    thread.start();
  }

  /** The window opens. Returns at once: the audit follows within 10 ms. */
  public void open() {
    opened = true;
  }

  /** The window closes: the figures of it. */
  public AuditFigures end(LevelCounts counts, Distribution clientDelays) {
    close();
    double seconds = (System.nanoTime() - started) / 1e9;
    return new AuditFigures(
        started > 0 && seconds > 0 ? (machine.processCpuNanos() - cpuBefore) / 1e9 / seconds : -1,
        machineCpu(),
        started > 0 ? machine.collectionMillis() - collectionsBefore : 0,
        longest(),
        lateness.percentile(99),
        lateness.count(),
        clientDelays.median(),
        clientDelays.percentile(99),
        clientDelays.count(),
        counts.achieved(),
        files());
  }

  /** Ends the watch; waits for its thread at most a second. */
  @Override
  public void close() {
    over = true;
    watching.close();
    LockSupport.unpark(thread);
    try {
      thread.join(TimeUnit.SECONDS.toMillis(1));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    int ticks = 0;
    while (!over) {
      if (opened && started == 0) {
        begin();
      }
      long before = System.nanoTime();
      LockSupport.parkNanos(this, TICK);
      if (started > 0 && !over) {
        pause(System.nanoTime() - before - TICK);
      }
      if (started > 0 && ++ticks % TICKS_A_SAMPLE == 0) {
        sample();
      }
    }
    if (started > 0) {
      sample();
    }
  }

  private synchronized void begin() {
    cpuBefore = machine.processCpuNanos();
    collectionsBefore = machine.collectionMillis();
    machine.machineCpu();
    started = System.nanoTime();
  }

  private synchronized void pause(long nanos) {
    longestPause = Math.max(longestPause, nanos);
  }

  private synchronized void sample() {
    double busy = machine.machineCpu();
    if (busy >= 0) {
      machineCpu += busy;
      samples++;
    }
    openFiles = Math.max(openFiles, machine.openFiles());
  }

  private synchronized double machineCpu() {
    return samples == 0 ? -1 : machineCpu / samples;
  }

  private synchronized double longest() {
    return longestPause / 1e6;
  }

  private synchronized long files() {
    return openFiles;
  }
}
