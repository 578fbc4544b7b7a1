package io.sluice.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The code that pages speak of. */
final class Sources {

  private static final Set<String> LEFT_OUT = Set.of("target", ".git");
  private static final String SOURCE_FOLDER = "/java/";

  private Sources() {}

  /** The Java files under a folder of the repository, each as its text. */
  static List<String> under(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Page.ROOT.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".java")).map(Sources::read).toList();
    }
  }

  /** All Java files of the repository, such as {@code io/sluice/sink/Sink.java}. */
  static List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    Files.walkFileTree(
        Page.ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            // What builds leave behind may vanish while somebody looks.
            return LEFT_OUT.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = file.toString().replace('\\', '/');
            if (path.endsWith(".java") && path.contains(SOURCE_FOLDER)) {
              names.add(path.substring(path.indexOf(SOURCE_FOLDER) + SOURCE_FOLDER.length()));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return names;
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
