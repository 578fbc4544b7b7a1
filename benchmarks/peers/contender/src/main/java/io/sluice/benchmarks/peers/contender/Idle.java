package io.sluice.benchmarks.peers.contender;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Answers that have begun and say nothing more: what an open stream keeps. */
final class Idle {

  /** More at once would overflow the queue of a server that accepts. */
  private static final int DIALLING = 100;

  private Idle() {}

  static Figures measure(Contender contender, int streams) throws Exception {
    var warm = new Waiting(1);
    contender.ask("flood-10", new Begun(() -> {}, warm));
    warm.await();
    long heapBefore = heap();
    long residentBefore = resident();
    int threadsBefore = threads();
    var begun = new Waiting(streams);
    List<Answer> kept = new ArrayList<>();
    var dialling = new Semaphore(DIALLING);
    for (int i = 0; i < streams; i++) {
      dialling.acquire();
      var answer = new Begun(dialling::release, begun);
      kept.add(answer);
      contender.ask("idle", answer);
    }
    begun.await();
    return new Figures()
        .with("heap", (heap() - heapBefore) / (double) kept.size())
        .with("resident", (resident() - residentBefore) / (double) kept.size())
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
    private final Waiting begun;
    private boolean any;

    Begun(Runnable first, Waiting begun) {
      this.first = first;
      this.begun = begun;
    }

    @Override
    public void chunk(String text) {
      if (!any) {
        any = true;
        first.run();
        begun.happened();
      }
    }

    @Override
    public void complete() {}

    @Override
    public void broken(Throwable reason) {
      first.run();
      begun.failed(reason);
    }
  }
}
