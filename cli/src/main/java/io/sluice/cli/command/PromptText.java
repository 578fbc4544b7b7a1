package io.sluice.cli.command;

import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.StandardStreams;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The prompt: what was piped in, a blank line, and the words of the command line. */
public final class PromptText {
  private static final int LONGEST = 16 * 1024 * 1024;

  private PromptText() {}

  /** Waits for the end of stdin, unless a person would have to type it. */
  public static String of(List<String> words, StandardStreams streams) throws IOException {
    String asked = String.join(" ", words);
    String piped = streams.terminals().in() ? "" : withoutLastBreaks(read(streams.in()));
    if (asked.isBlank() && piped.isBlank()) {
      throw new UsageException(
          "the prompt is empty; write it after the command, as in: sluice \"Write a haiku\"");
    }
    if (piped.isBlank()) {
      return asked;
    }
    return asked.isBlank() ? piped : piped + "\n\n" + asked;
  }

  private static String read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new UsageException("stdin holds more than 16 MiB; pipe in less");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String withoutLastBreaks(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(0, end);
  }
}
