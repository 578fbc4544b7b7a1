package io.sluice.cli.tokens;

import io.sluice.cli.command.InputText;
import io.sluice.cli.settings.UsageException;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** Counts what each line of JSON holds; blank lines hold nothing. */
final class CountJsonLines implements InputText.Use {
  private static final int LONGEST = 64 * 1024 * 1024;

  private final String input;
  private final UnaryOperator<String> counter;
  private final Counts counts;
  private final StringBuilder line = new StringBuilder();
  private long number;

  /**
   * Prints what {@code counter} makes of each line, which may throw an {@link
   * IllegalArgumentException} with a message of one line.
   */
  CountJsonLines(String input, UnaryOperator<String> counter, Counts counts) {
    this.input = input;
    this.counter = counter;
    this.counts = counts;
  }

  @Override
  public void block(String text) throws IOException {
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      line.append(text, start, end);
      count();
      start = end + 1;
    }
    line.append(text, start, text.length());
    if (line.length() > LONGEST) {
      throw new UsageException(where(number + 1) + " is longer than 64 Mi characters; split it");
    }
    counts.flush();
  }

  @Override
  public void end() throws IOException {
    count();
    counts.flush();
  }

  private void count() throws IOException {
    number++;
    String whole = line.toString();
    line.setLength(0);
    if (!whole.isBlank()) {
      try {
        counts.line(counter.apply(whole));
      } catch (IllegalArgumentException malformed) {
        counts.flush();
        throw new UsageException(where(number) + ": " + malformed.getMessage(), malformed);
      }
    }
  }

  private String where(long line) {
    return input + ": line " + line;
  }
}
