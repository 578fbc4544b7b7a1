package io.sluice.benchmarks.peers.contender;

import java.util.concurrent.atomic.AtomicReference;

/** Answers that come as fast as they are read: what a chunk costs. */
final class Flood {

  private Flood() {}

  static Figures measure(Contender contender, int streams, int chunks) throws Exception {
    var meter = new Meter();
    // Read by the thread that hands over the end: some clients let it die, and its figures with it.
    var figures = new AtomicReference<Figures>();
    var ended = new Waiting(streams, () -> figures.set(meter.per((long) streams * chunks)));
    for (int i = 0; i < streams; i++) {
      contender.ask("flood-" + chunks, new TokenCount(ended));
    }
    ended.await();
    return figures.get();
  }

  /** Looks at each text, so that it cannot be left out, and does no more. */
  private static final class TokenCount implements Answer {

    private final Waiting ended;
    private long characters;

    TokenCount(Waiting ended) {
      this.ended = ended;
    }

    @Override
    public void chunk(String text) {
      characters += text.length();
    }

    @Override
    public void complete() {
      if (characters < 0) {
        throw new IllegalStateException("less than nothing came");
      }
      ended.happened();
    }

    @Override
    public void broken(Throwable reason) {
      ended.failed(reason);
    }
  }
}
