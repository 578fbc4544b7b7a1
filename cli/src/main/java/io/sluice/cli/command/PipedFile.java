package io.sluice.cli.command;

import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.StandardStreams;
import io.sluice.text.OwnerOnly;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What is piped in, as a file: a record is looked at before it is played. The file is its owner's
 * alone, and gone after {@link #close}. Mutable; for one thread.
 */
public final class PipedFile implements AutoCloseable {
  private static final String STDIN = "-";

  private Optional<Path> file = Optional.empty();

  /**
   * The names of files, {@code -} replaced by one that holds all of stdin.
   *
   * @throws UsageException if stdin is named twice
   */
  public List<String> instead(List<String> names, StandardStreams streams) throws IOException {
    int times = Collections.frequency(names, STDIN);
    if (times > 1) {
      throw new UsageException("- is stdin, which can be read once; name it once");
    }
    if (times == 0) {
      return names;
    }
    Path spooled = Files.createTempFile("sluice-stdin-", "", OwnerOnly.file(Path.of("")));
    file = Optional.of(spooled);
    try (OutputStream out = Files.newOutputStream(spooled)) {
      streams.in().transferTo(out);
    }
    List<String> replaced = new ArrayList<>(names);
    replaced.set(names.indexOf(STDIN), spooled.toString());
    return replaced;
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      Files.deleteIfExists(file.get());
    }
  }
}
