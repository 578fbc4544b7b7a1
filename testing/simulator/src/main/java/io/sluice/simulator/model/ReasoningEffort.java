package io.sluice.simulator.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How much the model thinks before it answers. */
public enum ReasoningEffort {
  NONE(0),
  MINIMAL(0),
  LOW(1),
  MEDIUM(2),
  HIGH(3),
  XHIGH(4);

  private final int paragraphs;

  ReasoningEffort(int paragraphs) {
    this.paragraphs = paragraphs;
  }

  /** The number of paragraphs that the model thinks. */
  public int paragraphs() {
    return paragraphs;
  }

  /** The words of requests. */
  public static List<String> words() {
    return Arrays.stream(values()).map(effort -> effort.name().toLowerCase(Locale.ROOT)).toList();
  }
}
