package io.sluice.benchmarks.peers.contender;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers that have begun and say nothing more: what an open stream keeps. */
final class Idle {

  /** More at once would overflow the queue of a server that accepts. */
  private static final int DIALLING = 100;

  /** Some clients open only so many at once, and the rest never begin. */
  private static final int LONGEST_SECONDS = 15;

  private Idle() {}

  static Figures measure(Contender contender, int streams) throws Exception {
    var warm = new CountDownLatch(1);
    contender.ask("flood-10", new Begun(warm::countDown, new AtomicInteger()));
    warm.await();
    long heapBefore = heap();
    long residentBefore = resident();
    int threadsBefore = threads();
    var open = new AtomicInteger();
    List<Answer> kept = new ArrayList<>();
    var dialling = new Semaphore(DIALLING);
    while (kept.size() < streams && dialling.tryAcquire(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      var answer = new Begun(dialling::release, open);
      kept.add(answer);
      contender.ask("idle", answer);
    }
    dialling.tryAcquire(DIALLING, LONGEST_SECONDS, TimeUnit.SECONDS);
    return new Figures()
        .with("open", open.get())
        .with("heap", (heap() - heapBefore) / open.doubleValue())
        .with("resident", (resident() - residentBefore) / open.doubleValue())
        .with("threads", threads() - threadsBefore)
        .with("threadsBefore", threadsBefore);
  }

  private static int threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  /** What is still in use after everything was collected that could be. */
  private static long heap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(300);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Memory of the whole process, stacks and buffers too, as Linux tells it. */
  private static long resident() throws IOException {
    String[] pages = Files.readString(Path.of("/proc/self/statm")).split(" ");
    return Long.parseLong(pages[1]) * 4096;
  }

  private static final class Begun implements Answer {

    private final Runnable first;
    private final AtomicInteger open;
    private boolean any;

    Begun(Runnable first, AtomicInteger open) {
      this.first = first;
      this.open = open;
    }

    @Override
    public void chunk(String text) {
      if (!any) {
        any = true;
        open.incrementAndGet();
        first.run();
      }
    }

    @Override
    public void complete() {}

    @Override
    public void broken(Throwable reason) {
      System.err.println("an idle answer broke off: " + reason);
      first.run();
    }
  }
}
