package io.sluice.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The code that pages speak of. */
final class Sources {

  private Sources() {}

  /** The Java files under a folder of the repository, each as its text. */
  static List<String> under(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Page.ROOT.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".java")).map(Sources::read).toList();
    }
  }

  /** The text without indentation. */
  static String flush(String text) {
    return text.lines().map(String::stripLeading).reduce("", (all, line) -> all + line + "\n");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
