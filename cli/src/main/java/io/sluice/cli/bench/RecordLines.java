package io.sluice.cli.bench;

import io.sluice.bench.measure.RequestTimes;
import io.sluice.bench.report.RequestLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a line for each request that ends, if a file was asked for. Thread-safe. To be closed; a
 * failure to write is told then.
 */
final class RecordLines implements AutoCloseable {
  private final @Nullable BufferedWriter out;
  private @Nullable IOException failure;
  private String level = "";
  private int round = 1;

  private RecordLines(@Nullable BufferedWriter out) {
    this.out = out;
  }

  static RecordLines to(Optional<Path> file) throws IOException {
    return new RecordLines(file.isPresent() ? Files.newBufferedWriter(file.get()) : null);
  }

  /** From now on requests are those of that level. */
  synchronized void begin(String label, int number) {
    level = label;
    round = number;
  }

  /** Writes the line of a request. */
  synchronized void add(RequestTimes request) {
    BufferedWriter lines = out;
    if (lines == null || failure != null) {
      return;
    }
    try {
      lines.write(RequestLine.json(level, round, request));
      lines.newLine();
    } catch (IOException full) {
      failure = full;
    }
  }

  @Override
  public synchronized void close() {
    try {
      if (out != null) {
        out.close();
      }
      if (failure != null) {
        throw failure;
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
