package io.sluice.stream;

/** Folds chunks to the visible text of choice 0. Mutable; for one thread at a time. */
public final class TextAccumulator implements Accumulator<String> {

  private final StringBuilder text = new StringBuilder();

  /** An accumulator that was given nothing yet. */
  public TextAccumulator() {}

  @Override
  public void add(Chunk chunk) {
    text.append(chunk.text());
  }

  @Override
  public String result() {
    return text.toString();
  }
}
