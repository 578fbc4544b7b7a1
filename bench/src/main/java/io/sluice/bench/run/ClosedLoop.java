package io.sluice.bench.run;

import io.sluice.bench.load.Ramp;
import io.sluice.bench.measure.BenchClock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps so many streams going: when one ends, the next request is due at that moment, on the thread
 * on which it ended.
 */
final class ClosedLoop implements LoadLoop {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Ramp streams;
  private final int most;
  private final long nanos;
  private final BenchClock clock;
  private final AtomicInteger next = new AtomicInteger();
  private final CountDownLatch going;
  private volatile boolean over;

  /**
   * A loop of those streams.
   *
   * @param most how many requests are sent
   * @param nanos for how long requests are sent
   */
  ClosedLoop(Ramp streams, int most, long nanos, BenchClock clock) {
    this.streams = streams;
    this.most = most;
    this.nanos = nanos;
    this.clock = clock;
    going = new CountDownLatch(streams.to());
  }

  @Override
  public void run(long start, Level level) {
    long end = start + nanos;
    for (int stream = 0; stream < streams.to(); stream++) {
      long begins = start + streams.begins(stream);
      if (begins >= end || !level.await(begins)) {
        break;
      }
      again(level, Math.max(begins, start), end);
    }
    while (going.getCount() > 0 && clock.nanos() < end) {
      if (!level.await(Math.min(end, clock.nanos() + LOOK_NANOS))) {
        break;
      }
    }
    over = true;
  }

  /** Sends the next request of a stream, whose place has been free since {@code due}. */
  private void again(Level level, long due, long end) {
    int number = next.getAndIncrement();
    if (over || number >= most || due >= end) {
      going.countDown();
      return;
    }
    level.due(number, due);
    level.send(number, level.request(number), due, () -> again(level, clock.nanos(), end));
  }
}
