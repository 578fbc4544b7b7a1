package io.sluice.cli.tokens;

import io.sluice.cli.command.InputText;
import io.sluice.tokens.TokenCounter;
import java.io.IOException;

/** Counts a text as a whole. */
final class CountText implements InputText.Use {
  private final TokenCounter counter;
  private final Counts counts;

  CountText(TokenCounter counter, Counts counts) {
    this.counter = counter;
    this.counts = counts;
  }

  @Override
  public void block(String text) {
    counter.append(text);
  }

  @Override
  public void end() throws IOException {
    counts.print(counter.count());
    counts.flush();
  }
}
