package io.sluice.settings;

import io.sluice.text.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Finds the keys of a file by the words that stand there, and refuses words that are none. */
final class KnownKeys {
  private KnownKeys() {}

  /**
   * The key at the top of a file; throws a SettingsException in one line if it has no place there.
   */
  static SettingKey atTheTop(String word, String place) {
    return find(word, place, SettingKey::isOfFiles);
  }

  /** The key of an endpoint; throws a SettingsException in one line if it has no place there. */
  static SettingKey ofAnEndpoint(String word, String place) {
    return find(word, place, SettingKey::isOfEndpoints);
  }

  /** The key of a named prompt; throws a SettingsException in one line if it has no place there. */
  static SettingKey ofAPrompt(String word, String place) {
    return find(word, place, SettingKey::isOfPrompts);
  }

  /**
   * The key of a server for clients; throws a SettingsException in one line if it has no place
   * there.
   */
  static SettingKey ofServe(String word, String place) {
    return find(word, place, SettingKey::isOfServe);
  }

  private static SettingKey find(String word, String place, Predicate<SettingKey> allowed) {
    return SettingKey.of(word)
        .filter(allowed)
        .orElseThrow(() -> unknown(word, place, words(allowed)));
  }

  private static List<String> words(Predicate<SettingKey> allowed) {
    return Arrays.stream(SettingKey.values()).filter(allowed).map(SettingKey::word).toList();
  }

  private static SettingsException unknown(String word, String place, List<String> known) {
    if (word.equals("api-key")) {
      return new SettingsException(
          place
              + ": a key does not belong into a file of settings; use "
              + SettingKey.API_KEY_COMMAND.word()
              + ", "
              + SettingKey.API_KEY_FILE.word()
              + " or a variable");
    }
    String remedy =
        NearestName.of(word, known)
            .map(near -> "did you mean '" + near + "'?")
            .orElseGet(() -> "known: " + String.join(", ", known));
    return new SettingsException(place + ": unknown key '" + word + "'; " + remedy);
  }
}
