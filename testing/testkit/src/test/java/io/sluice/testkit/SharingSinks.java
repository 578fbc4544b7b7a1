package io.sluice.testkit;

import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Sinks that share state between runs. */
final class SharingSinks {

  private SharingSinks() {}

  static final class RemembersInAStaticField extends BadSink {
    @Override
    protected Sink sink(Path file) {
      return new Remembering(file);
    }
  }

  static final class NumbersRunsInAStaticField extends BadSink {
    @Override
    protected Sink sink(Path file) {
      return new Numbered(file);
    }
  }

  static final class BeginsOnceInAJvm extends BadSink {
    @Override
    protected Sink sink(Path file) {
      return new Titled(file);
    }
  }

  static final class RemembersInTheFactory extends BadSink {
    @Override
    protected SinkFactory factory() {
      return new RememberingFactory();
    }
  }

  static final class NumbersRunsInTheFactory extends BadSink {
    @Override
    protected SinkFactory factory() {
      return new NumberingFactory();
    }
  }

  static final class KeepsThePathInTheFactory extends BadSink {
    @Override
    protected SinkFactory factory() {
      return new RacingFactory();
    }
  }

  private static class Remembering extends NoteSink {
    private static final StringBuilder SEEN = new StringBuilder();

    Remembering(Path file) {
      super(file);
    }

    @Override
    public void onChunk(Chunk chunk) throws IOException {
      write(SEEN.append(chunk.json()) + "\n");
    }
  }

  private static class Numbered extends NoteSink {
    private static final AtomicInteger RUNS = new AtomicInteger();

    Numbered(Path file) {
      super(file);
    }

    @Override
    public void onOpen(StreamContext context) throws IOException {
      super.onOpen(context);
      write("answer " + RUNS.incrementAndGet() + "\n");
    }
  }

  private static class Titled extends NoteSink {
    private static boolean begun;

    Titled(Path file) {
      super(file);
    }

    @Override
    public void onOpen(StreamContext context) throws IOException {
      super.onOpen(context);
      write(begun ? "" : "my answers\n");
      begun = true;
    }
  }

  private abstract static class NoteFactory implements SinkFactory {
    @Override
    public Sink create(SinkOptions options) {
      return sink(options.path("path").orElseThrow());
    }

    abstract Sink sink(Path file);

    @Override
    public List<SinkOption> options() {
      return List.of(SinkOption.of("path", SinkOption.Type.PATH, "where to"));
    }
  }

  private static final class RememberingFactory extends NoteFactory {
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();

    @Override
    Sink sink(Path file) {
      return new NoteSink(file) {
        @Override
        public void onChunk(Chunk chunk) throws IOException {
          seen.add(chunk.json());
          write(String.join("", seen) + "\n");
        }
      };
    }
  }

  private static final class NumberingFactory extends NoteFactory {
    private final AtomicInteger runs = new AtomicInteger();

    @Override
    Sink sink(Path file) {
      return new NoteSink(file) {
        @Override
        public void onOpen(StreamContext context) throws IOException {
          super.onOpen(context);
          write("answer " + runs.incrementAndGet() + "\n");
        }
      };
    }
  }

  private static final class RacingFactory extends NoteFactory {
    private volatile Path path = Path.of("");

    @Override
    Sink sink(Path file) {
      path = file;
      return new NoteSink(path);
    }
  }
}
