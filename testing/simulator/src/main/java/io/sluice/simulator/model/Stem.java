package io.sluice.simulator.model;

import java.util.List;
import java.util.Locale;

/**
 * Reduces words that differ only in their endings to the same stem: codes, coding and coded all
 * become cod.
 */
final class Stem {
  private static final List<String> ENDINGS =
      List.of("ing", "ers", "ies", "ed", "er", "es", "s", "e", "y");

  private Stem() {}

  static String of(String word) {
    String plain = word.toLowerCase(Locale.ROOT);
    for (String ending : ENDINGS) {
      if (plain.endsWith(ending) && plain.length() - ending.length() >= 3) {
        return plain.substring(0, plain.length() - ending.length());
      }
    }
    return plain;
  }
}
