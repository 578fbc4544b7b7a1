package io.sluice.settings;

import io.sluice.text.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the keys of a file by the words that stand there, and refuses words that are none. */
final class KnownKeys {
  private KnownKeys() {}

  /**
   * The key at the top of a file; throws a SettingsException in one line if it has no place there.
   */
  static SettingKey atTheTop(String word, String place) {
    return find(word, SettingKey::isOfFiles)
        .orElseThrow(
            () ->
                unknown(
                    word,
                    place,
                    words(SettingKey::isOfFiles),
                    "a flag without its dashes, or 'sluice config --help'"));
  }

  /** The key of an endpoint; throws a SettingsException in one line if it has no place there. */
  static SettingKey ofAnEndpoint(String word, String place) {
    return find(word, SettingKey::isOfEndpoints)
        .orElseThrow(
            () -> {
              List<String> known = words(SettingKey::isOfEndpoints);
              return unknown(word, place, known, String.join(", ", known));
            });
  }

  private static Optional<SettingKey> find(String word, Predicate<SettingKey> allowed) {
    return SettingKey.of(word).filter(allowed);
  }

  private static List<String> words(Predicate<SettingKey> allowed) {
    return Arrays.stream(SettingKey.values()).filter(allowed).map(SettingKey::word).toList();
  }

  private static SettingsException unknown(
      String word, String place, List<String> known, String remedy) {
    if (word.equals("api-key")) {
      return new SettingsException(
          place
              + ": a key does not belong into a file of settings; use "
              + SettingKey.API_KEY_COMMAND.word()
              + ", "
              + SettingKey.API_KEY_FILE.word()
              + " or a variable");
    }
    Optional<String> nearest = NearestName.of(word, known);
    return new SettingsException(
        place
            + ": unknown key '"
            + word
            + "'; "
            + nearest.map(near -> "did you mean '" + near + "'? ").orElse("")
            + "known: "
            + remedy);
  }
}
