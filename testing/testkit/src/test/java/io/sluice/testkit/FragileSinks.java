package io.sluice.testkit;

import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Outcome;
import java.io.IOException;
import java.nio.file.Path;

/** Sinks that expect more of a stream, or of the calls, than is promised. */
final class FragileSinks {

  private FragileSinks() {}

  static final class ExpectsADelta extends BadSink {
    @Override
    protected Sink sink(Path file) {
      return new NoteSink(file) {
        @Override
        public void onChunk(Chunk chunk) throws IOException {
          super.onChunk(chunk);
          chunk.deltas().get(0);
        }
      };
    }
  }

  static final class ExpectsOneChoice extends BadSink {
    @Override
    protected Sink sink(Path file) {
      return new NoteSink(file) {
        @Override
        public void onChunk(Chunk chunk) throws IOException {
          super.onChunk(chunk);
          for (Delta delta : chunk.deltas()) {
            if (delta.choice() > 0) {
              throw new IOException("choice " + delta.choice());
            }
          }
        }
      };
    }
  }

  static final class ExpectsToBeOpened extends BadSink {
    @Override
    protected Sink sink(Path file) {
      return new NoteSink(file) {
        private boolean opened;

        @Override
        public void onOpen(StreamContext context) throws IOException {
          super.onOpen(context);
          opened = true;
        }

        @Override
        public void close() throws IOException {
          super.close();
          if (!opened) {
            throw new IOException("never opened");
          }
        }
      };
    }
  }

  static final class ExpectsAnEnd extends BadSink {
    @Override
    protected Sink sink(Path file) {
      return new NoteSink(file) {
        @Override
        public void onEnd(Outcome outcome) throws IOException {
          super.onEnd(outcome);
          super.close();
        }

        @Override
        public void close() {}
      };
    }
  }
}
