package io.sluice.testkit;

import io.sluice.sink.Sink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Sinks that acquire something in their constructor. */
final class EarlySinks {

  private EarlySinks() {}

  static final class OpensAFile extends BadSink {
    @Override
    protected Sink sink(Path file) {
      return new NoteSink(file) {
        {
          made(() -> Files.createFile(file));
        }
      };
    }
  }

  static final class DeletesAFile extends BadSink {
    @Override
    protected Sink sink(Path file) {
      return new NoteSink(file) {
        {
          made(() -> Files.deleteIfExists(file));
        }
      };
    }
  }

  static final class MakesATemporaryFile extends BadSink {
    @Override
    protected Sink sink(Path file) {
      return new NoteSink(file) {
        private final Path temporary = made(() -> Files.createTempFile("early", ".txt"));

        @Override
        public void close() throws IOException {
          super.close();
          Files.delete(temporary);
        }
      };
    }
  }

  static final class OpensASocket extends BadSink {
    @Override
    protected Sink sink(Path file) {
      return new NoteSink(file) {
        private final ServerSocket socket =
            made(() -> new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));

        @Override
        public void close() throws IOException {
          super.close();
          socket.close();
        }
      };
    }
  }

  static final class StartsAThread extends BadSink {
    @Override
    protected Sink sink(Path file) {
      return new NoteSink(file) {
        private final CountDownLatch closed = new CountDownLatch(1);

        {
          new Thread(this::waitForClose, "early").start();
        }

        @Override
        public void close() throws IOException {
          super.close();
          closed.countDown();
        }

        private void waitForClose() {
          try {
            closed.await();
          } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
          }
        }
      };
    }
  }

  private static <T> T made(Making<T> making) {
    try {
      return making.make();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private interface Making<T> {
    T make() throws IOException;
  }
}
