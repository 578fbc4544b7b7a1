package io.sluice.stages.breaks;

import java.util.Locale;
import java.util.Set;

/** Words whose full stop ends no sentence. */
final class Abbreviation {

  private static final int LONGEST = 8;

  private static final Set<String> BEFORE_ANYTHING =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "sr", "jr", "st", "vs", "gen", "col", "sgt", "capt",
          "lt", "rev", "hon", "gov", "sen", "rep", "mme", "mlle", "hr", "fr", "dipl", "bzw", "ca",
          "cf", "e.g", "i.e", "z.b", "d.h", "u.a", "p.ex", "approx", "sra", "dra", "sig", "dott");

  private static final Set<String> BEFORE_NUMBERS =
      Set.of(
          "no", "nr", "n", "fig", "figs", "p", "pp", "s", "vol", "ch", "sec", "eq", "art", "abb");

  private Abbreviation() {}

  /**
   * Whether the full stop at {@code stop} belongs to the word before it: an abbreviation, an
   * initial, or the number of a list's item.
   *
   * @param begin where the sentence begins
   * @param follower the first character of the next word
   */
  static boolean endsAt(CharSequence text, int begin, int stop, int follower) {
    if (text.charAt(stop) != '.') {
      return false;
    }
    int from = stop;
    while (from > begin && stop - from <= LONGEST && isOfWord(text.charAt(from - 1))) {
      from--;
    }
    if (from == stop || stop - from > LONGEST) {
      return false;
    }
    String word = text.subSequence(from, stop).toString();
    if (word.chars().allMatch(Character::isDigit)) {
      return from == begin;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    return initial
        || BEFORE_ANYTHING.contains(lower)
        || (Character.isDigit(follower) && BEFORE_NUMBERS.contains(lower));
  }

  private static boolean isOfWord(char character) {
    return Character.isLetterOrDigit(character) || character == '.';
  }
}
