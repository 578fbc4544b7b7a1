package io.sluice.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which of the three standard streams are terminals.
 *
 * @param in a person types
 * @param out a person reads the answer as it comes
 * @param err a person reads the notices as they come
 */
public record Terminals(boolean in, boolean out, boolean err) {
  /** The property in which the launcher lists the file descriptors that are terminals. */
  static final String PROPERTY = "sluice.terminals";

  /** None of them: everything is a file or a pipe. */
  public static Terminals none() {
    return new Terminals(false, false, false);
  }

  /** As the launcher saw them; without a launcher, as the system shows them. */
  static Terminals ofProcess() {
    String seen = System.getProperty(PROPERTY);
    return new Terminals(is(0, seen), is(1, seen), is(2, seen));
  }

  private static boolean is(int descriptor, @Nullable String seen) {
    return seen == null ? shown(descriptor) : seen.contains(Integer.toString(descriptor));
  }

  private static boolean shown(int descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
