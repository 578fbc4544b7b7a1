package io.sluice.batch.journal;

import io.sluice.text.FileReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Where the files of a batch are.
 *
 * @param output the results, once all are there
 * @param partial the results until then
 * @param state what was sent, until then
 */
record JournalPaths(Path output, Path partial, Path state) {

  static JournalPaths of(Path output) {
    return new JournalPaths(output, beside(output, ".partial"), beside(output, ".state"));
  }

  static Path beside(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  /** Whether that file is one of these. */
  boolean contain(Path file) {
    Path sought = file.toAbsolutePath().normalize();
    return all().stream().map(each -> each.toAbsolutePath().normalize()).anyMatch(sought::equals);
  }

  /** Puts what is there out of the way. */
  void setAside() throws JournalException {
    for (Path file : all()) {
      setAside(file);
    }
  }

  /** Puts a file out of the way if it is there. */
  static void setAside(Path file) throws JournalException {
    if (Files.exists(file)) {
      move(file, beside(file, ".old"));
    }
  }

  private List<Path> all() {
    return List.of(output, partial, state);
  }

  /** Renames a file, over another if need be. */
  static void move(Path file, Path to) throws JournalException {
    try {
      Files.move(file, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException refused) {
      throw new JournalException(
          FileReason.line(file + " cannot be renamed to " + to, refused, "check its folder"),
          refused);
    }
  }
}
