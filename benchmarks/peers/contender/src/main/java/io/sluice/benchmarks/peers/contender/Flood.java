package io.sluice.benchmarks.peers.contender;

/** Answers that come as fast as they are read: what a chunk costs. */
final class Flood {

  private Flood() {}

  static Figures measure(Contender contender, int streams, int chunks) throws Exception {
    var ended = new Waiting(streams);
    var meter = new Meter();
    for (int i = 0; i < streams; i++) {
      contender.ask("flood-" + chunks, new Counted(ended));
    }
    ended.await();
    return meter.per((long) streams * chunks);
  }

  /** Looks at each text, so that it cannot be left out, and does no more. */
  private static final class Counted implements Answer {

    private final Waiting ended;
    private long characters;

    Counted(Waiting ended) {
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
