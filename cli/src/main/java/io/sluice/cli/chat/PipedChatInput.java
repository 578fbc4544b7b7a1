package io.sluice.cli.chat;

import io.sluice.cli.settings.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Messages that are piped in, a line each. */
final class PipedChatInput implements ChatInput {
  private static final int LONGEST = 16 * 1024 * 1024;

  private final BufferedReader lines;

  PipedChatInput(InputStream in) {
    lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  @Override
  public Heard next() throws IOException {
    String written = line();
    if (written == null) {
      return Heard.end();
    }
    while (MessageLines.goesOn(written)) {
      String more = line();
      if (more == null) {
        break;
      }
      written = checked(written + "\n" + more);
    }
    return Heard.message(MessageLines.message(written));
  }

  /** Standard input is not ours to close. */
  @Override
  public void close() {}

  private @Nullable String line() throws IOException {
    var line = new StringBuilder();
    for (int c = lines.read(); c != '\n'; c = lines.read()) {
      if (c < 0) {
        return line.length() == 0 ? null : line.toString();
      }
      line.append((char) c);
      checked(line);
    }
    return line.toString();
  }

  private static <T extends CharSequence> T checked(T text) {
    if (text.length() > LONGEST) {
      throw new UsageException("a message is longer than 16 Mi characters; send less at once");
    }
    return text;
  }
}
