package io.sluice.testkit;

import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A small sink that does all its duties; its heirs each neglect one. */
class NoteSink implements Sink {

  private final Path file;
  private @Nullable Writer out;

  NoteSink(Path file) {
    this.file = file;
  }

  @Override
  public void onOpen(StreamContext context) throws IOException {
    out = Files.newBufferedWriter(file);
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    write(chunk.json() + "\n");
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    write(outcome.status().word() + "\n");
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }

  final void write(String text) throws IOException {
    if (out != null) {
      out.write(text);
    }
  }
}
