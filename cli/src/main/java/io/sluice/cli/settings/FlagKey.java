package io.sluice.cli.settings;

import static io.sluice.cli.settings.FlagKey.Trait.ENDPOINT_SETTING;
import static io.sluice.cli.settings.FlagKey.Trait.FILE;
import static io.sluice.cli.settings.FlagKey.Trait.HARMLESS;
import static io.sluice.cli.settings.FlagKey.Trait.LIST;
import static io.sluice.cli.settings.FlagKey.Trait.ONE_CALL;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Every flag of the command, and everything that is true of a flag wherever it is declared, read or
 * set: its names, its variable, its key in {@code sluice.yaml}, and who may set it there. In the
 * order of the help.
 */
public enum FlagKey {
  // The answer of one call.
  RECORD("record", ONE_CALL),

  // The request.
  MODEL('m', "model", HARMLESS, ENDPOINT_SETTING),
  SYSTEM('s', "system", HARMLESS, ENDPOINT_SETTING),
  TEMPERATURE('t', "temperature", HARMLESS, ENDPOINT_SETTING),
  TOP_P("top-p", HARMLESS, ENDPOINT_SETTING),
  MAX_TOKENS("max-tokens", HARMLESS, ENDPOINT_SETTING),
  SEED("seed", HARMLESS, ENDPOINT_SETTING),
  CHOICES('n', "choices", HARMLESS),
  STOP("stop", HARMLESS, ENDPOINT_SETTING, LIST),
  PARAM("param", HARMLESS, ENDPOINT_SETTING, LIST),

  // The server.
  ENDPOINT("endpoint", HARMLESS),
  DIALECT("dialect", HARMLESS, ENDPOINT_SETTING),
  BASE_URL("base-url", ENDPOINT_SETTING),
  API_KEY_FILE("api-key-file", ENDPOINT_SETTING, FILE),
  CA_FILE("ca-file", ENDPOINT_SETTING, FILE),
  CLIENT_CERT("client-cert", ENDPOINT_SETTING, FILE),
  CLIENT_KEY("client-key", ENDPOINT_SETTING, FILE),
  OFFLINE("offline", HARMLESS),
  NO_STREAM("no-stream", HARMLESS, ENDPOINT_SETTING),
  NO_INCLUDE_USAGE("no-include-usage", HARMLESS, ENDPOINT_SETTING),
  RETRIES("retries", HARMLESS, ENDPOINT_SETTING),

  // The timeouts.
  CONNECT_TIMEOUT("connect-timeout", HARMLESS, ENDPOINT_SETTING),
  FIRST_TOKEN_TIMEOUT("first-token-timeout", HARMLESS, ENDPOINT_SETTING),
  IDLE_TIMEOUT("idle-timeout", HARMLESS, ENDPOINT_SETTING),
  FINISH_TIMEOUT("finish-timeout", HARMLESS, ENDPOINT_SETTING),
  WHOLE_TIMEOUT("whole-timeout", HARMLESS, ENDPOINT_SETTING),
  TOTAL_TIMEOUT("total-timeout", HARMLESS, ENDPOINT_SETTING),
  IDLE_IGNORES_COMMENTS("idle-ignores-comments", HARMLESS, ENDPOINT_SETTING),

  // The output.
  SINK("sink", LIST),
  PLUGIN("plugin", LIST, FILE),
  NO_PLUGINS("no-plugins", HARMLESS),
  JSON("json", HARMLESS),
  EVENTS("events", HARMLESS),
  USAGE('u', "usage", HARMLESS),
  QUIET('q', "quiet", HARMLESS),
  RAW("raw"),
  NO_REASONING("no-reasoning"),
  NO_COLOR("no-color", HARMLESS),
  STRICT("strict", HARMLESS),
  DEBUG("debug"),

  // The archive.
  CONTINUE('c', "continue", ONE_CALL),
  CONVERSATION("conversation", ONE_CALL),
  NO_LOG("no-log", HARMLESS),

  VERSION("version", ONE_CALL),
  HELP('h', "help", ONE_CALL),

  // Of single commands: inspect, compare, replay, tokens, simulate, log.
  LIMIT("limit"),
  MODELS("models", ONE_CALL),
  TEMPERATURES("temperatures", ONE_CALL),
  BASE_URLS("base-urls", ONE_CALL),
  SPEED("speed"),
  ENCODING("encoding"),
  LINES("lines"),
  JSONL_FIELD("jsonl-field"),
  MESSAGES("messages"),
  SHOW("show"),
  PORT("port"),
  REPLAY("replay"),
  RATE("rate"),
  FAULT("fault", LIST),
  BAD_CERTIFICATE("bad-certificate"),
  STATUS("status", ONE_CALL),
  SINCE("since", ONE_CALL),
  UNTIL("until", ONE_CALL),
  OUTPUT('o', "output", ONE_CALL),
  ALL("all", ONE_CALL),
  BEFORE("before", ONE_CALL);

  private static final char NO_LETTER = 0;

  private final char letter;
  private final String word;

  @SuppressWarnings("ImmutableEnumChecker") // Nobody can change what Set.of made.
  private final Set<Trait> traits;

  FlagKey(String word, Trait... traits) {
    this(NO_LETTER, word, traits);
  }

  FlagKey(char letter, String word, Trait... traits) {
    this.letter = letter;
    this.word = word;
    this.traits = Set.of(traits);
  }

  /** The flag of that name, such as {@code --model}; empty if there is none. */
  public static Optional<FlagKey> of(String flag) {
    return Arrays.stream(values()).filter(key -> key.flag().equals(flag)).findFirst();
  }

  /** The flag that a key of a settings file sets for every call; empty if there is none. */
  static Optional<FlagKey> ofSetting(String setting) {
    return Arrays.stream(values())
        .filter(key -> !key.isForOneCall() && key.setting().equals(setting))
        .findFirst();
  }

  /** The flag as it is typed, such as {@code --model}. */
  public String flag() {
    return "--" + word;
  }

  /** All that can be typed for the flag, the long form last. */
  public List<String> names() {
    return letter == NO_LETTER ? List.of(flag()) : List.of("-" + letter, flag());
  }

  /** The environment's variable for the flag, such as {@code SLUICE_TOP_P}. */
  public String variable() {
    return "SLUICE_" + word.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** The key that sets the flag in a settings file. */
  public String setting() {
    return this == SINK ? "sinks" : word;
  }

  /** Whether the flag is about one call, so that no settings file may hold it. */
  public boolean isForOneCall() {
    return traits.contains(ONE_CALL);
  }

  /** Whether a settings file may give several values. */
  boolean isList() {
    return traits.contains(LIST);
  }

  /** Whether the values name files, which a settings file means relative to its own folder. */
  boolean namesFiles() {
    return traits.contains(FILE);
  }

  /**
   * Whether a settings file may set the flag that the user has not approved: the flag says how to
   * ask or what to show, not what to contact, load or run.
   */
  boolean isHarmless() {
    return traits.contains(HARMLESS);
  }

  /** Whether the flag may be set for one endpoint of a settings file. */
  boolean isEndpointSetting() {
    return traits.contains(ENDPOINT_SETTING);
  }

  /** What is true of some flags only. */
  enum Trait {
    ONE_CALL,
    LIST,
    FILE,
    HARMLESS,
    ENDPOINT_SETTING
  }
}
