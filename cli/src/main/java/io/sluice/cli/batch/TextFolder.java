package io.sluice.cli.batch;

import io.sluice.batch.result.RowResult;
import io.sluice.cli.settings.UsageException;
import io.sluice.text.FileReason;
import io.sluice.text.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A folder that gets the text of each answer in a file that is called like its row. */
final class TextFolder {
  private static final int LONGEST_NAME = 200;

  private final Path folder;

  private TextFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder if need be.
   *
   * @throws UsageException in one line, if it cannot be made
   */
  static TextFolder of(Path folder) {
    try {
      return new TextFolder(Files.createDirectories(folder, OwnerOnly.folder(folder)));
    } catch (IOException refused) {
      throw new UsageException(FileReason.line(folder + " cannot be made", refused), refused);
    }
  }

  /** Writes the text of an answer that is whole, under another name until it is there. */
  void write(RowResult result) {
    if (result.completion().isPresent()) {
      Path file = folder.resolve(name(result) + ".txt");
      try {
        Path begun = Files.writeString(beside(file), result.completion().get().text());
        Files.move(begun, file, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException refused) {
        throw new UncheckedIOException(
            FileReason.line(file + " cannot be written", refused), refused);
      }
    }
  }

  private static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".tmp");
  }

  /** What no file name may hold stands as in a URL; a long name ends with the row's number. */
  private static String name(RowResult result) {
    String name = URLEncoder.encode(result.row().id(), StandardCharsets.UTF_8).replace("*", "%2A");
    String safe = name.startsWith(".") ? "%2E" + name.substring(1) : name;
    return safe.length() <= LONGEST_NAME
        ? safe
        : safe.substring(0, LONGEST_NAME) + "-" + result.row().number();
  }
}
