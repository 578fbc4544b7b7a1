package io.sluice.cli.tokens;

import io.sluice.cli.command.InputText;
import io.sluice.tokens.TokenCounter;
import java.io.IOException;

/** Counts each line of a text apart. A line ends in LF or CRLF, and the last one where it ends. */
final class CountLines implements InputText.Use {
  private final TokenCounter counter;
  private final Counts counts;
  private boolean begun;
  private boolean returned;

  CountLines(TokenCounter counter, Counts counts) {
    this.counter = counter;
    this.counts = counts;
  }

  @Override
  public void block(String text) throws IOException {
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      add(text.substring(start, end));
      returned = false;
      print();
      start = end + 1;
    }
    if (start < text.length()) {
      add(text.substring(start));
    }
    counts.flush();
  }

  @Override
  public void end() throws IOException {
    if (begun) {
      keepReturn();
      print();
    }
    counts.flush();
  }

  private void add(String part) {
    if (!part.isEmpty()) {
      keepReturn();
      begun = true;
      returned = part.charAt(part.length() - 1) == '\r';
      counter.append(returned ? part.substring(0, part.length() - 1) : part);
    }
  }

  /** A CR is part of the line unless LF follows it. */
  private void keepReturn() {
    if (returned) {
      counter.append("\r");
      returned = false;
    }
  }

  private void print() throws IOException {
    counts.print(counter.count());
    counter.clear();
    begun = false;
  }
}
