package io.sluice.testkit;

import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Outcome;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Sinks that use what belongs to others, or leave something behind. */
final class RudeSinks {

  private RudeSinks() {}

  static final class ClosesSystemOut extends BadSink {
    @Override
    protected Sink sink(Path file) {
      return new NoteSink(file) {
        @Override
        public void close() throws IOException {
          super.close();
          System.out.close();
        }
      };
    }
  }

  static final class WritesToADescriptor extends BadSink {
    @Override
    @SuppressWarnings("resource")
    protected Sink sink(Path file) {
      return new NoteSink(file) {
        @Override
        public void onEnd(Outcome outcome) throws IOException {
          super.onEnd(outcome);
          new FileOutputStream(FileDescriptor.err).write("\n".getBytes(StandardCharsets.UTF_8));
        }
      };
    }
  }

  static final class LeavesTheInterruptFlag extends BadSink {
    @Override
    protected Sink sink(Path file) {
      return new NoteSink(file) {
        @Override
        public void onEnd(Outcome outcome) throws IOException {
          super.onEnd(outcome);
          Thread.currentThread().interrupt();
        }
      };
    }
  }

  static final class LeavesAThread extends BadSink {
    @Override
    protected Sink sink(Path file) {
      return new NoteSink(file) {
        @Override
        public void onEnd(Outcome outcome) throws IOException {
          super.onEnd(outcome);
          var left =
              new Thread(() -> LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(1)), "left behind");
          left.setDaemon(true);
          left.start();
        }
      };
    }
  }

  static final class LeavesAnOpenFile extends BadSink {
    private final List<Writer> left = new ArrayList<>();

    @Override
    protected Sink sink(Path file) {
      return new NoteSink(file) {
        @Override
        public void onEnd(Outcome outcome) throws IOException {
          super.onEnd(outcome);
          left.add(Files.newBufferedWriter(file.resolveSibling("other.txt")));
        }
      };
    }
  }

  static final class LeavesATemporaryFile extends BadSink {
    @Override
    protected Sink sink(Path file) {
      return new NoteSink(file) {
        @Override
        public void onOpen(StreamContext context) throws IOException {
          super.onOpen(context);
          Files.createTempFile("left", ".txt").toFile().deleteOnExit();
        }
      };
    }
  }

  static final class LeavesAShutdownHook extends BadSink {
    @Override
    protected Sink sink(Path file) {
      return new NoteSink(file) {
        @Override
        public void onOpen(StreamContext context) throws IOException {
          super.onOpen(context);
          Runtime.getRuntime().addShutdownHook(new Thread(() -> {}, "left hook"));
        }
      };
    }
  }
}
