package io.sluice.benchmarks.peers.contender;

import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/**
 * Answers whose chunks carry the moment at which they were written, by the clock that all processes
 * of the machine share: how much later each is handed over.
 */
final class Paced {

  private static final long LONGEST_NANOS = 60_000_000_000L;

  private Paced() {}

  static Figures measure(Contender contender, int streams, int rate, int seconds) throws Exception {
    Histogram delays = new AtomicHistogram(LONGEST_NANOS, 3);
    var ended = new Waiting(streams);
    var meter = new Meter();
    for (int i = 0; i < streams; i++) {
      contender.ask("paced-" + rate + "-" + rate * seconds, new Timed(delays, ended, rate));
    }
    ended.await();
    return meter
        .per((long) streams * rate * seconds)
        .with("p50", delays.getValueAtPercentile(50) / 1e3)
        .with("p99", delays.getValueAtPercentile(99) / 1e3)
        .with("p999", delays.getValueAtPercentile(99.9) / 1e3);
  }

  private static final class Timed implements Answer {

    private final Histogram delays;
    private final Waiting ended;

    /** The first second is the one of all those connections being made. */
    private int skipped;

    Timed(Histogram delays, Waiting ended, int skipped) {
      this.delays = delays;
      this.ended = ended;
      this.skipped = skipped;
    }

    @Override
    public void chunk(String text) {
      long now = System.nanoTime();
      if (skipped > 0) {
        skipped--;
      } else if (!text.isEmpty() && Character.isDigit(text.charAt(0))) {
        delays.recordValue(Math.min(LONGEST_NANOS, Math.max(0, now - Long.parseLong(text))));
      }
    }

    @Override
    public void complete() {
      ended.happened();
    }

    @Override
    public void broken(Throwable reason) {
      ended.failed(reason);
    }
  }
}
