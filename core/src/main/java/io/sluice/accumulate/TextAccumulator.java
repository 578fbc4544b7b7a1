package io.sluice.accumulate;

import io.sluice.stream.Chunk;

/** Folds chunks into the visible text of choice 0. Mutable; for one thread at a time. */
public final class TextAccumulator implements Accumulator<String> {

  private final StringBuilder text = new StringBuilder();

  /** Creates an accumulator without any chunks. */
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
