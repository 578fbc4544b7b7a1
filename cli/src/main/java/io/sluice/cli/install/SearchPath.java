package io.sluice.cli.install;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The folders in which a shell looks for commands, in order. */
final class SearchPath {
  /** Folders that people make for commands of their own; one on the PATH may not be there yet. */
  private static final Set<Path> FOR_COMMANDS =
      Set.of(Path.of(".local", "bin"), Path.of("bin"), Path.of(".bin"));

  private final List<Path> folders = new ArrayList<>();

  /**
   * Reads a variable such as {@code PATH}; what is no absolute path in it is passed over.
   *
   * @param variable the folders, separated as the system does it
   */
  SearchPath(String variable) {
    for (String folder : variable.split(Pattern.quote(File.pathSeparator), -1)) {
      try {
        Path path = Path.of(folder).normalize();
        if (path.isAbsolute()) {
          folders.add(path);
        }
      } catch (InvalidPathException unreadable) {
        // A shell finds nothing there either.
      }
    }
  }

  /** Whether the folder is one of them. */
  boolean contains(Path folder) {
    return folders.stream().anyMatch(known -> isSame(known, folder));
  }

  /** The first folder below {@code home} that can be written, or made where commands are usual. */
  Optional<Path> writableBelow(Path home) {
    return folders.stream()
        .filter(folder -> folder.startsWith(home) && !folder.equals(home))
        .filter(folder -> isWritable(folder) || isMade(home.relativize(folder), folder))
        .findFirst();
  }

  /** The command that a shell finds before it looks into {@code last}; not the launcher itself. */
  Optional<Path> firstBefore(Path last, String command, Path launcher) {
    for (Path folder : folders) {
      Path found = folder.resolve(command);
      if (isSame(folder, last)) {
        return Optional.empty();
      }
      if (Files.isExecutable(found) && !isSame(found, launcher)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static boolean isWritable(Path folder) {
    return Files.isDirectory(folder) && Files.isWritable(folder);
  }

  private static boolean isMade(Path belowHome, Path folder) {
    return FOR_COMMANDS.contains(belowHome) && Files.notExists(folder);
  }

  /** Whether two names are of one file, also by way of links. */
  private static boolean isSame(Path one, Path other) {
    try {
      return one.equals(other)
          || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
    } catch (IOException unknown) {
      return false;
    }
  }
}
