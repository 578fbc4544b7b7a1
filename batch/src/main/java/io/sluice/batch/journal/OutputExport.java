package io.sluice.batch.journal;

import io.sluice.batch.result.ResultFields;
import io.sluice.batch.result.ResultLine;
import io.sluice.text.OwnerOnly;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Copies lines of results into an output, and errors into another. Mutable; for one thread. */
final class OutputExport implements Closeable {

  private static final int READ = 8 * 1024;

  private final RandomAccessFile results;
  private final Writer output;
  private final Optional<Writer> errors;
  private final Optional<ResultFields.Table> table;
  private final byte[] buffer = new byte[READ];

  OutputExport(Path results, Path output, Optional<Path> errors, Optional<ResultFields> fields)
      throws IOException {
    this.results = new RandomAccessFile(results.toFile(), "r");
    this.output = writer(output);
    this.errors = errors.isPresent() ? Optional.of(writer(errors.get())) : Optional.empty();
    this.table = fields.map(all -> all.table(this.output));
  }

  /** Copies the line that begins there. */
  void line(long begin) throws IOException {
    String line = read(begin);
    if (errors.isPresent() && ResultLine.read(line).error().isPresent()) {
      errors.get().append(line).append('\n');
    } else if (table.isPresent()) {
      table.get().add(line);
    } else {
      output.append(line).append('\n');
    }
  }

  private String read(long begin) throws IOException {
    var line = new ByteArrayOutputStream();
    results.seek(begin);
    int read;
    while ((read = results.read(buffer)) > 0) {
      int end = 0;
      while (end < read && buffer[end] != '\n') {
        end++;
      }
      line.write(buffer, 0, end);
      if (end < read) {
        break;
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static Writer writer(Path path) throws IOException {
    Files.deleteIfExists(path);
    Files.createFile(path, OwnerOnly.file(path));
    return new BufferedWriter(Files.newBufferedWriter(path));
  }

  @Override
  public void close() throws IOException {
    try (Writer last = output) {
      if (table.isPresent()) {
        table.get().flush();
      }
      last.flush();
      if (errors.isPresent()) {
        errors.get().close();
      }
    } finally {
      results.close();
    }
  }
}
