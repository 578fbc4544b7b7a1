package io.sluice.benchmarks.peers.contender;

import java.util.Arrays;

/** Short answers, one after the other: how long the first text takes from the asking. */
final class First {

  private First() {}

  static Figures measure(Contender contender, int times) throws Exception {
    double[] micros = new double[times];
    for (int i = 0; i < times; i++) {
      var ended = new Waiting(1);
      var answer = new Stopped(ended);
      contender.ask("flood-3", answer);
      ended.await();
      micros[i] = answer.first() / 1e3;
    }
    Arrays.sort(micros);
    return new Figures().with("p50", micros[times / 2]).with("p90", micros[times * 9 / 10]);
  }

  private static final class Stopped implements Answer {

    private final Waiting ended;
    private final long asked = System.nanoTime();
    private volatile long first;

    Stopped(Waiting ended) {
      this.ended = ended;
    }

    long first() {
      return first - asked;
    }

    @Override
    public void chunk(String text) {
      if (first == 0 && !text.isEmpty()) {
        first = System.nanoTime();
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
