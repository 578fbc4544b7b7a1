package io.sluice.stages.breaks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts between what people see as characters: extended grapheme clusters of Unicode. */
public final class CharacterBreaks implements TextBreaks {

  private static final int LONGEST = 64;
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  @Override
  public int longest() {
    return LONGEST;
  }

  /** A cluster is whole when the character behind it has come, and that is whole itself. */
  @Override
  public int end(CharSequence text, int seen) {
    int length = Math.min(text.length(), LONGEST);
    boolean half = Character.isHighSurrogate(text.charAt(length - 1));
    int whole = half ? length - 1 : length;
    int end = whole == 0 ? 0 : clusterEnd(text, whole);
    if (end < whole) {
      return end;
    }
    return length == LONGEST ? whole : UNDECIDED;
  }

  private static int clusterEnd(CharSequence text, int length) {
    Matcher cluster = CLUSTER.matcher(text).region(0, length);
    return cluster.lookingAt() ? cluster.end() : length;
  }
}
