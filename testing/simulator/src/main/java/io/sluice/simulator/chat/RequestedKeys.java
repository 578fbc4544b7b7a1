package io.sluice.simulator.chat;

import java.util.List;
import java.util.regex.Pattern;

/** The names of fields that a conversation asks for, as in "with the keys name and age". */
final class RequestedKeys {
  private static final int MOST_KEYS = 20;

  /** The names after "keys" or "fields", between commas, up to the end of the sentence. */
  private static final Pattern KEYS =
      Pattern.compile(
          "\\b(?:keys?|fields?|properties)\\b:?\\s+((?:[\"'`]?\\w+[\"'`]?(?:\\s*,\\s*(?:and\\s+)?|\\s+and\\s+)?){1,40})",
          Pattern.CASE_INSENSITIVE);

  private RequestedKeys() {}

  /** The names, each once; {@code answer} if there are none. */
  static List<String> of(Dialogue dialogue) {
    List<String> keys =
        dialogue.texts().stream()
            .flatMap(text -> KEYS.matcher(text).results())
            .flatMap(list -> Pattern.compile("\\w+").matcher(list.group(1)).results())
            .map(word -> word.group())
            .filter(word -> !word.equals("and"))
            .distinct()
            .limit(MOST_KEYS)
            .toList();
    return keys.isEmpty() ? List.of("answer") : keys;
  }
}
