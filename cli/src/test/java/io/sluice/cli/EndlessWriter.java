package io.sluice.cli;

import io.sluice.chat.ChatRequest;
import io.sluice.sink.StreamContext;
import io.sluice.sinks.file.FileSink;
import io.sluice.testkit.Chunks;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Writes a transcript until it is killed; a byte on stdout for the opening and for each chunk. */
final class EndlessWriter {

  private EndlessWriter() {}

  public static void main(String[] args) throws IOException {
    try (OutputStream told = new FileOutputStream(FileDescriptor.out);
        FileSink sink = FileSink.jsonl(Path.of(args[0]))) {
      sink.onOpen(new Context());
      told.write('.');
      for (long i = 0; true; i++) {
        sink.onChunk(Chunks.text(word(i)));
        told.write('.');
      }
    }
  }

  /** Words of every length up to some kilobytes. */
  static String word(long number) {
    return number + "é".repeat((int) (number * 37 % 2048)) + " ";
  }

  private record Context() implements StreamContext {
    @Override
    public String id() {
      return "run-1";
    }

    @Override
    public Optional<ChatRequest> request() {
      return Optional.empty();
    }

    @Override
    public String endpoint() {
      return "nowhere";
    }

    @Override
    public Instant started() {
      return Instant.EPOCH;
    }

    @Override
    public void stop() {}
  }
}
