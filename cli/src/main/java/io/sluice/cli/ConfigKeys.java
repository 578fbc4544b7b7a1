package io.sluice.cli;

import io.sluice.sink.NearestName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.OptionSpec;

/** Which keys a file may have: every flag that means more than one call, and a few of its own. */
final class ConfigKeys {
  static final String ALIASES = "aliases";
  static final String ENDPOINTS = "endpoints";
  static final String SINKS = "sinks";
  static final String TRUST = "trust";
  static final String BASE_URL = "base-url";
  static final String DIALECT = "dialect";
  static final String ENDPOINT = "endpoint";
  static final String MODEL = "model";
  static final String KEY_COMMAND = "api-key-command";
  static final String KEY_FILE = "api-key-file";
  static final String KEY_VARIABLE = "api-key-variable";
  static final String PLUGIN = "plugin";
  static final String CA_FILE = "ca-file";
  static final String CLIENT_CERTIFICATE = "client-cert";
  static final String CLIENT_KEY = "client-key";

  /** Those that hold further keys. */
  static final Set<String> GROUPS = Set.of(ALIASES, ENDPOINTS, TRUST);

  /** What is about one call and no other; {@link #SINKS} stands for "sink". */
  private static final Set<String> ONCE =
      Set.of(
          "help",
          "version",
          "record",
          "sink",
          "continue",
          "conversation",
          "all",
          "before",
          "output",
          "models",
          "temperatures",
          "base-urls",
          "since",
          "until",
          "status");

  private static final Set<String> LISTS = Set.of("stop", "param", SINKS, PLUGIN, "fault");

  /** What somebody else's file may say: how is asked and shown, not where to or what is run. */
  private static final Set<String> HARMLESS =
      Set.of(
          MODEL,
          "system",
          "temperature",
          "top-p",
          "max-tokens",
          "seed",
          "choices",
          "stop",
          "param",
          DIALECT,
          ENDPOINT,
          ALIASES,
          "offline",
          "no-stream",
          "no-include-usage",
          "retries",
          "connect-timeout",
          "first-token-timeout",
          "idle-timeout",
          "total-timeout",
          "idle-ignores-comments",
          "json",
          "events",
          "usage",
          "quiet",
          "strict",
          "no-color",
          "no-plugins",
          "no-log");

  /** What an endpoint may say beside whose key goes where. */
  private static final List<String> OF_ENDPOINTS =
      List.of(
          BASE_URL,
          DIALECT,
          MODEL,
          KEY_VARIABLE,
          KEY_FILE,
          KEY_COMMAND,
          CA_FILE,
          CLIENT_CERTIFICATE,
          CLIENT_KEY,
          "system",
          "temperature",
          "top-p",
          "max-tokens",
          "seed",
          "stop",
          "param",
          "no-stream",
          "no-include-usage",
          "retries",
          "connect-timeout",
          "first-token-timeout",
          "idle-timeout",
          "total-timeout",
          "idle-ignores-comments");

  private ConfigKeys() {}

  /** The flags of all commands by key, in the order of their help. */
  static Map<String, OptionSpec> flags() {
    Map<String, OptionSpec> flags = new LinkedHashMap<>();
    for (Command command : Reserved.commands()) {
      for (OptionSpec flag : command.spec().options()) {
        String key = flag.longestName().substring(2);
        if (!ONCE.contains(key)) {
          flags.putIfAbsent(key, flag);
        }
      }
    }
    return flags;
  }

  static boolean mayBeAList(String key) {
    return LISTS.contains(key);
  }

  /** Whether a file may say it that the user need not have read. */
  static boolean isHarmless(String key) {
    return HARMLESS.contains(key);
  }

  /** Refuses a key at the top of a file that means nothing there. */
  static void check(String key, String place) {
    Set<String> own = Set.of(SINKS, KEY_COMMAND);
    if (own.contains(key) || GROUPS.contains(key)) {
      return;
    }
    Set<String> known = new TreeSet<>(flags().keySet());
    if (!known.contains(key)) {
      known.addAll(own);
      known.addAll(GROUPS);
      throw unknown(key, place, known, "a flag without its dashes, or 'sluice config --help'");
    }
  }

  /** Refuses a key of an endpoint that means nothing there. */
  static void checkInEndpoint(String key, String place) {
    if (!OF_ENDPOINTS.contains(key)) {
      throw unknown(key, place, OF_ENDPOINTS, String.join(", ", OF_ENDPOINTS));
    }
  }

  private static UsageException unknown(
      String key, String place, Collection<String> known, String remedy) {
    if (key.equals("api-key")) {
      return new UsageException(
          place
              + ": a key does not belong into a file of settings; use "
              + KEY_COMMAND
              + ", "
              + KEY_FILE
              + " or a variable");
    }
    String nearest =
        NearestName.of(key, known).map(near -> "did you mean '" + near + "'? ").orElse("");
    return new UsageException(
        place + ": unknown key '" + key + "'; " + nearest + "known: " + remedy);
  }
}
