package io.sluice.cli.settings;

import io.sluice.text.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which keys a settings file may have: every flag that is not about one call alone, and a few of
 * its own.
 */
public final class ConfigKeys {
  static final String ALIASES = "aliases";
  static final String ENDPOINTS = "endpoints";
  static final String TRUST = "trust";
  public static final String KEY_COMMAND = "api-key-command";
  public static final String KEY_VARIABLE = "api-key-variable";

  /** Those that hold further keys or values. */
  private static final Set<String> GROUPS = Set.of(ALIASES, ENDPOINTS, TRUST);

  private ConfigKeys() {}

  static boolean mayBeAList(String key) {
    return FlagKey.ofSetting(key).filter(FlagKey::isList).isPresent();
  }

  /** Whether the values name files, relative to the folder of the file that says so. */
  static boolean namesFiles(String key) {
    return FlagKey.ofSetting(key).filter(FlagKey::namesFiles).isPresent();
  }

  /** Whether a file that the user has not approved may hold the key. */
  static boolean isHarmless(String key) {
    return key.equals(ALIASES) || FlagKey.ofSetting(key).filter(FlagKey::isHarmless).isPresent();
  }

  /** Refuses a key at the top of a file that means nothing there. */
  static void check(String key, String place) {
    if (FlagKey.ofSetting(key).isEmpty() && !key.equals(KEY_COMMAND) && !GROUPS.contains(key)) {
      throw unknown(key, place, known(), "a flag without its dashes, or 'sluice config --help'");
    }
  }

  /** Refuses a key of an endpoint that means nothing there. */
  static void checkInEndpoint(String key, String place) {
    List<String> known = ofEndpoints();
    if (!known.contains(key)) {
      throw unknown(key, place, known, String.join(", ", known));
    }
  }

  private static Collection<String> known() {
    Collection<String> known = new TreeSet<>(GROUPS);
    known.add(KEY_COMMAND);
    Arrays.stream(FlagKey.values())
        .filter(flag -> !flag.isForOneCall())
        .map(FlagKey::setting)
        .forEach(known::add);
    return known;
  }

  private static List<String> ofEndpoints() {
    List<String> known = new ArrayList<>();
    for (FlagKey flag : FlagKey.values()) {
      if (flag == FlagKey.API_KEY_FILE) {
        known.add(KEY_VARIABLE);
        known.add(KEY_COMMAND);
      }
      if (flag.isEndpointSetting()) {
        known.add(flag.setting());
      }
    }
    return known;
  }

  private static UsageException unknown(
      String key, String place, Collection<String> known, String remedy) {
    if (key.equals("api-key")) {
      return new UsageException(
          place
              + ": a key does not belong into a file of settings; use "
              + KEY_COMMAND
              + ", "
              + FlagKey.API_KEY_FILE.setting()
              + " or a variable");
    }
    Optional<String> nearest = NearestName.of(key, known);
    return new UsageException(
        place
            + ": unknown key '"
            + key
            + "'; "
            + nearest.map(near -> "did you mean '" + near + "'? ").orElse("")
            + "known: "
            + remedy);
  }
}
