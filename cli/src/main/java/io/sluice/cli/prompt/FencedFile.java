package io.sluice.cli.prompt;

import io.sluice.cli.command.InputText;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.StandardStreams;
import io.sluice.text.CodeLanguage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text file within a prompt: its name, and its text in a fenced code block. */
final class FencedFile {
  private static final int SHORTEST_FENCE = 3;
  private static final String PLAIN = "txt";
  private static final Pattern TICKS = Pattern.compile("`+");

  private FencedFile() {}

  /**
   * Reads a file, {@code -} for stdin, and puts its text between fences that are longer than any
   * within it.
   *
   * @throws UsageException in one line, if it is no text
   */
  static String read(String name, StandardStreams streams) throws IOException {
    String text = InputText.read(name, streams);
    String shown = name.equals("-") ? "stdin" : name;
    String fence = "`".repeat(Math.max(SHORTEST_FENCE, longestTicks(text) + 1));
    String end = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
    return shown + ":\n" + fence + language(name) + "\n" + text + end + fence;
  }

  private static int longestTicks(String text) {
    int longest = 0;
    Matcher ticks = TICKS.matcher(text);
    while (ticks.find()) {
      longest = Math.max(longest, ticks.end() - ticks.start());
    }
    return longest;
  }

  private static String language(String name) {
    Path last = Path.of(name).getFileName();
    String file = last == null ? "" : last.toString();
    int dot = file.lastIndexOf('.');
    String ending = dot > 0 ? file.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    boolean named = ending.matches("[a-z0-9+]+") && !ending.equals(PLAIN);
    return named ? CodeLanguage.name(ending) : "";
  }
}
