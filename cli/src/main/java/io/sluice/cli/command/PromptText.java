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

  /**
   * Waits for the end of stdin, unless a person would have to type it, or it was taken for
   * something else.
   *
   * @return empty text, if there is neither
   */
  public static String read(List<String> words, StandardStreams streams, Stdin stdin)
      throws IOException {
    String asked = String.join(" ", words);
    boolean none = stdin == Stdin.TAKEN || streams.terminals().in();
    String piped = none ? "" : withoutLastBreaks(read(streams.in()));
    if (piped.isBlank()) {
      return asked;
    }
    return asked.isBlank() ? piped : piped + "\n\n" + asked;
  }

  /** Says that there is no prompt. */
  public static UsageException empty() {
    return new UsageException(
        "the prompt is empty; write it after the command, as in: sluice \"Write a haiku\"");
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

  /** What is done with stdin. */
  public enum Stdin {
    /** It is a part of the prompt. */
    READ,
    /** It is something else, and no part of the prompt. */
    TAKEN
  }
}
