package io.sluice.cli.replay;

import io.sluice.cli.settings.UsageException;
import io.sluice.plugin.RunSourceSpec;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A word that names a run at a place that a plugin knows, such as {@code kafka:servers=…,run=ID},
 * and not a file.
 */
final class RunArgument {
  /** A name has two letters at least: one letter before a colon is a drive. */
  private static final Pattern SPEC = Pattern.compile("[A-Za-z][A-Za-z0-9._-]+:[A-Za-z-]+=.*");

  private RunArgument() {}

  /** The run that a word names; empty if it names a file, as every word does that is one. */
  static Optional<RunSourceSpec> parse(String word) {
    if (!SPEC.matcher(word).matches() || isFile(word)) {
      return Optional.empty();
    }
    try {
      return Optional.of(RunSourceSpec.parse(word));
    } catch (IllegalArgumentException malformed) {
      throw UsageException.of(malformed);
    }
  }

  private static boolean isFile(String word) {
    try {
      return Files.exists(Path.of(word));
    } catch (InvalidPathException none) {
      return false;
    }
  }
}
