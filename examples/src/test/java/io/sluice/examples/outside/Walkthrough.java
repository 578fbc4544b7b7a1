package io.sluice.examples.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The first chapter of {@code docs/writing-a-sink.md}: files to write, and commands to give. */
final class Walkthrough {

  /** A paragraph that names a file first of all that has a dot in its name, then the file. */
  private static final Pattern FILE =
      Pattern.compile(
          "(?m)^[^`\n]*`([\\w/-]+(?:\\.[\\w/-]+)+)`[^\n]*(?:\n[^\n]+)*\n\n```\\w+\n((?s:.*?))^```$");

  private static final Pattern COMMANDS = Pattern.compile("(?m)^```sh\n((?s:.*?))^```$");

  private final String text;

  private Walkthrough(String text) {
    this.text = text;
  }

  static Walkthrough read() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "writing-a-sink.md"));
    return new Walkthrough(page.split("\n## ", -1)[1]);
  }

  /** Writes the files it shows; their names. */
  List<String> writeInto(Path project) throws IOException {
    List<MatchResult> files = FILE.matcher(text).results().toList();
    for (MatchResult file : files) {
      Path path = project.resolve(file.group(1));
      Files.createDirectories(path.resolveSibling("."));
      Files.writeString(path, file.group(2));
    }
    return files.stream().map(file -> file.group(1)).toList();
  }

  /** The blocks of commands, in order. */
  List<String> commands() {
    return COMMANDS.matcher(text).results().map(block -> block.group(1)).toList();
  }
}
