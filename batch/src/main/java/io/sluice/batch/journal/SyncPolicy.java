package io.sluice.batch.journal;

import io.sluice.text.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** When what was written is forced to disk, so that a power cut does not take it. */
public enum SyncPolicy {
  /** After each row. */
  ROW,
  /** Once a second, and at the end. */
  SECOND,
  /** At the end. */
  END,
  /** The system decides, except for a copy by which results are replaced at the end. */
  NONE;

  /** The word for the policy, such as {@code "second"}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the policy of that word.
   *
   * @throws IllegalArgumentException in one line that lists the policies, if there is none
   */
  public static SyncPolicy of(String word) {
    return Arrays.stream(values())
        .filter(policy -> policy.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(NearestName.unknown("value of sync", word, words())));
  }

  private static List<String> words() {
    return Arrays.stream(values()).map(SyncPolicy::word).toList();
  }
}
