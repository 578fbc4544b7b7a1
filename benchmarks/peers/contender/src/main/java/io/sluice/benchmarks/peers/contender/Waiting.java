package io.sluice.benchmarks.peers.contender;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Waits until so many things have happened, or one has gone wrong. Thread-safe. */
final class Waiting {

  private static final int LONGEST_SECONDS = 180;

  private final CountDownLatch latch;
  private final AtomicInteger missing;
  private final Runnable last;
  private final AtomicReference<Throwable> wrong = new AtomicReference<>();

  Waiting(int times) {
    this(times, () -> {});
  }

  /** Runs {@code last} in the thread in which the last of them happens. */
  Waiting(int times, Runnable last) {
    this.latch = new CountDownLatch(times);
    this.missing = new AtomicInteger(times);
    this.last = last;
  }

  void happened() {
    if (missing.decrementAndGet() == 0) {
      last.run();
    }
    latch.countDown();
  }

  void failed(Throwable reason) {
    wrong.compareAndSet(null, reason);
    while (latch.getCount() > 0) {
      latch.countDown();
    }
  }

  void await() throws Exception {
    boolean over = latch.await(LONGEST_SECONDS, TimeUnit.SECONDS);
    if (wrong.get() != null) {
      throw new IllegalStateException(wrong.get());
    }
    if (!over) {
      throw new TimeoutException(latch.getCount() + " are still missing");
    }
  }
}
