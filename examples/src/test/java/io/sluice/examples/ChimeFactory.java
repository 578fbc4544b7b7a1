package io.sluice.examples;

import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import io.sluice.stream.Chunk;
import java.io.PrintStream;
import java.util.List;

/** A bell that can be told how often to ring. */
final class ChimeFactory implements SinkFactory {

  private static final SinkOption EVERY =
      SinkOption.of("every", SinkOption.Type.INT, "rings at every n-th chunk").orElse("1");

  private final PrintStream out;

  ChimeFactory(PrintStream out) {
    this.out = out;
  }

  @Override
  public List<SinkOption> options() {
    return List.of(EVERY);
  }

  @Override
  public Sink create(SinkOptions options) {
    int every = options.number("every").orElseThrow();
    if (every < 1) {
      throw new IllegalArgumentException("every is " + every + "; use 1 or more");
    }
    return new Chime(every);
  }

  private final class Chime implements Sink {
    private final int every;
    private int chunks;

    Chime(int every) {
      this.every = every;
    }

    @Override
    public void onChunk(Chunk chunk) {
      if (++chunks % every == 0) {
        out.print('\u0007');
      }
    }
  }
}
