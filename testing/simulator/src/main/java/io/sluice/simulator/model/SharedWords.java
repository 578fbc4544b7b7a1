package io.sluice.simulator.model;

import java.util.Set;
import java.util.stream.Collectors;

/** Which words that carry meaning two texts share, whatever their endings. */
public final class SharedWords {

  private SharedWords() {}

  /** The number of different words of one text that the other has too, without those left out. */
  public static long count(String text, String other, Set<String> without) {
    Set<String> ignored = without.stream().map(Stem::of).collect(Collectors.toUnmodifiableSet());
    Set<String> others = new Prompt(other).stems();
    return new Prompt(text)
        .stems().stream().filter(others::contains).filter(stem -> !ignored.contains(stem)).count();
  }
}
