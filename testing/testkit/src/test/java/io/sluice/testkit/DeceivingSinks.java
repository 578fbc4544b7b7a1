package io.sluice.testkit;

import io.sluice.sink.Sink;
import io.sluice.stream.Outcome;
import java.io.IOException;
import java.nio.file.Path;

/** Sinks whose output does not tell half an answer from a whole one, or is not shown to the kit. */
final class DeceivingSinks {

  private DeceivingSinks() {}

  static final class EndsAlikeAlways extends BadSink {
    @Override
    protected Sink sink(Path file) {
      return new NoteSink(file) {
        @Override
        public void onEnd(Outcome outcome) throws IOException {
          write("the end\n");
        }
      };
    }
  }

  static final class PrintsAlikeAlways extends BadSink {
    @Override
    protected Sink sink(Path file) {
      return chunk -> System.out.print(chunk.text());
    }
  }

  static final class WritesElsewhere extends BadSink {
    @Override
    protected Sink sink(Path file) {
      return new NoteSink(file.resolve("../../" + file.getFileName() + "-elsewhere").normalize());
    }
  }

  static final class SaysThatItWritesNothing extends BadSink {
    @Override
    protected boolean hasOutput() {
      return false;
    }
  }
}
