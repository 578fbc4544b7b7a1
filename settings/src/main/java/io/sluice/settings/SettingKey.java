package io.sluice.settings;

import static io.sluice.settings.SettingKey.Trait.ENDPOINT_ONLY;
import static io.sluice.settings.SettingKey.Trait.ENDPOINT_SETTING;
import static io.sluice.settings.SettingKey.Trait.FILE;
import static io.sluice.settings.SettingKey.Trait.HARMLESS;
import static io.sluice.settings.SettingKey.Trait.LIST;
import static io.sluice.settings.SettingKey.Trait.MEMBERS;
import static io.sluice.settings.SettingKey.Trait.PROMPT_ONLY;
import static io.sluice.settings.SettingKey.Trait.PROMPT_SETTING;
import static io.sluice.settings.SettingKey.Trait.SERVE_ONLY;
import static io.sluice.settings.SettingKey.Trait.SERVE_SETTING;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every key of a {@code sluice.yaml}, and what such a file may do with it. */
public enum SettingKey {
  // The request.
  MODEL("model", HARMLESS, ENDPOINT_SETTING, PROMPT_SETTING),
  SYSTEM("system", HARMLESS, ENDPOINT_SETTING, PROMPT_SETTING),
  TEMPERATURE("temperature", HARMLESS, ENDPOINT_SETTING, PROMPT_SETTING),
  TOP_P("top-p", HARMLESS, ENDPOINT_SETTING, PROMPT_SETTING),
  MAX_TOKENS("max-tokens", HARMLESS, ENDPOINT_SETTING, PROMPT_SETTING),
  SEED("seed", HARMLESS, ENDPOINT_SETTING, PROMPT_SETTING),
  CHOICES("choices", HARMLESS, PROMPT_SETTING),
  STOP("stop", HARMLESS, ENDPOINT_SETTING, LIST, PROMPT_SETTING),
  REASONING_EFFORT("reasoning-effort", HARMLESS, ENDPOINT_SETTING, PROMPT_SETTING),
  PARAM("param", HARMLESS, ENDPOINT_SETTING, LIST, PROMPT_SETTING),

  // The text of a named prompt.
  PROMPT("prompt", HARMLESS, PROMPT_ONLY),

  // The server.
  ENDPOINT("endpoint", HARMLESS, PROMPT_SETTING),
  DIALECT("dialect", HARMLESS, ENDPOINT_SETTING),
  BASE_URL("base-url", ENDPOINT_SETTING),
  BASE_URL_VARIABLE("base-url-variable", ENDPOINT_ONLY),
  API_KEY_VARIABLE("api-key-variable", ENDPOINT_ONLY),
  API_KEY_COMMAND("api-key-command", ENDPOINT_SETTING),
  API_KEY_FILE("api-key-file", ENDPOINT_SETTING, FILE),
  API_KEY_HEADER("api-key-header", ENDPOINT_ONLY),
  HEADERS("headers", ENDPOINT_ONLY, MEMBERS),
  QUERY("query", ENDPOINT_ONLY, MEMBERS),
  CA_FILE("ca-file", ENDPOINT_SETTING, FILE),
  CLIENT_CERT("client-cert", ENDPOINT_SETTING, FILE),
  CLIENT_KEY("client-key", ENDPOINT_SETTING, FILE),
  OFFLINE("offline", HARMLESS),
  NO_STREAM("no-stream", HARMLESS, ENDPOINT_SETTING, PROMPT_SETTING),
  NO_INCLUDE_USAGE("no-include-usage", HARMLESS, ENDPOINT_SETTING, PROMPT_SETTING),
  RETRIES("retries", HARMLESS, ENDPOINT_SETTING, PROMPT_SETTING),

  // The timeouts.
  CONNECT_TIMEOUT("connect-timeout", HARMLESS, ENDPOINT_SETTING, PROMPT_SETTING),
  FIRST_TOKEN_TIMEOUT("first-token-timeout", HARMLESS, ENDPOINT_SETTING, PROMPT_SETTING),
  IDLE_TIMEOUT("idle-timeout", HARMLESS, ENDPOINT_SETTING, PROMPT_SETTING),
  FINISH_TIMEOUT("finish-timeout", HARMLESS, ENDPOINT_SETTING, PROMPT_SETTING),
  WHOLE_TIMEOUT("whole-timeout", HARMLESS, ENDPOINT_SETTING, PROMPT_SETTING),
  TOTAL_TIMEOUT("total-timeout", HARMLESS, ENDPOINT_SETTING, PROMPT_SETTING),
  IDLE_IGNORES_COMMENTS("idle-ignores-comments", HARMLESS, ENDPOINT_SETTING, PROMPT_SETTING),

  // The output.
  SINKS("sinks", LIST, PROMPT_SETTING),
  THROUGH("through", LIST, PROMPT_SETTING),
  PLUGIN("plugin", LIST, FILE),
  NO_PLUGINS("no-plugins", HARMLESS),
  JSON("json", HARMLESS, PROMPT_SETTING),
  EVENTS("events", HARMLESS, PROMPT_SETTING),
  USAGE("usage", HARMLESS, PROMPT_SETTING),
  QUIET("quiet", HARMLESS, PROMPT_SETTING),
  RAW("raw", PROMPT_SETTING),
  NO_WRAP("no-wrap", HARMLESS, PROMPT_SETTING),
  NO_REASONING("no-reasoning", PROMPT_SETTING),
  NO_COLOR("no-color", HARMLESS),
  STRICT("strict", HARMLESS, PROMPT_SETTING),
  DEBUG("debug"),

  // The archive.
  NO_LOG("no-log", HARMLESS, PROMPT_SETTING),

  // Of single commands: inspect, tokens, replay, simulate.
  LIMIT("limit"),
  SPEED("speed"),
  ENCODING("encoding"),
  LINES("lines"),
  JSONL_FIELD("jsonl-field"),
  MESSAGES("messages"),
  SHOW("show"),
  PORT("port", SERVE_SETTING),
  REPLAY("replay"),
  RATE("rate"),
  FAULT("fault", LIST),
  BAD_CERTIFICATE("bad-certificate"),

  // A server for clients: where it listens, and who may ask.
  HOST("host", SERVE_ONLY),
  HOSTS("hosts", LIST, SERVE_ONLY),
  ALLOW_ORIGIN("allow-origin", LIST, SERVE_ONLY),
  BEHIND("behind", SERVE_ONLY),
  TOKENS("tokens", SERVE_ONLY),
  TLS_CERT("tls-cert", SERVE_ONLY, FILE),
  TLS_KEY("tls-key", SERVE_ONLY, FILE),

  // How it passes requests on.
  KEY("key", SERVE_ONLY),
  RECORD("record", SERVE_ONLY),
  DETACH("detach", SERVE_ONLY),
  FORWARDED("forwarded", SERVE_ONLY),
  KEEP_ALIVE("keep-alive", SERVE_ONLY),

  // How much it takes on.
  CONNECTIONS("connections", SERVE_ONLY),
  CONNECTIONS_OF_ADDRESS("connections-of-address", SERVE_ONLY),
  REQUEST_LINE("request-line", SERVE_ONLY),
  HEADER_BYTES("header-bytes", SERVE_ONLY),
  HEADER_FIELDS("header-fields", SERVE_ONLY),
  HEAD_TIME("head-time", SERVE_ONLY),
  BODY_PAUSE("body-pause", SERVE_ONLY),
  IDLE("idle", SERVE_ONLY),
  MAX_BODY("max-body", SERVE_ONLY),
  MAX_PASSED_BODY("max-passed-body", SERVE_ONLY),
  RUNS("runs", SERVE_ONLY),
  RUNS_OF_TOKEN("runs-of-token", SERVE_ONLY),
  VIEWERS_OF_RUN("viewers-of-run", SERVE_ONLY),
  RUNS_OF_STREAM("runs-of-stream", SERVE_ONLY),
  LOG_MEMORY("log-memory", SERVE_ONLY),
  LOG_MEMORY_TOTAL("log-memory-total", SERVE_ONLY),
  LOG_LIMIT("log-limit", SERVE_ONLY),
  KEEP("keep", SERVE_ONLY),

  // What holds further keys or values.
  SERVE("serve"),
  ALIASES("aliases", HARMLESS),
  PRICES("prices", HARMLESS),
  PROMPTS("prompts", HARMLESS),
  ENDPOINTS("endpoints"),
  TRUST("trust");

  private final String word;

  @SuppressWarnings("ImmutableEnumChecker") // Nobody can change what Set.of made.
  private final Set<Trait> traits;

  SettingKey(String word, Trait... traits) {
    this.word = word;
    this.traits = Set.of(traits);
  }

  /** The key that a file spells so; empty if there is none. */
  static Optional<SettingKey> of(String word) {
    return Arrays.stream(values()).filter(key -> key.word.equals(word)).findFirst();
  }

  /** The key as it stands in a file, such as {@code top-p}. */
  public String word() {
    return word;
  }

  /** Whether the key may stand at the top of a file. */
  boolean isOfFiles() {
    return Stream.of(ENDPOINT_ONLY, PROMPT_ONLY, SERVE_ONLY).noneMatch(traits::contains);
  }

  /** Whether the key may be set for one endpoint. */
  boolean isOfEndpoints() {
    return traits.contains(ENDPOINT_SETTING) || traits.contains(ENDPOINT_ONLY);
  }

  /** Whether the key may be set for one named prompt. */
  boolean isOfPrompts() {
    return traits.contains(PROMPT_SETTING) || traits.contains(PROMPT_ONLY);
  }

  /** Whether the key may be set for a server for clients. */
  boolean isOfServe() {
    return traits.contains(SERVE_SETTING) || traits.contains(SERVE_ONLY);
  }

  /** Whether a file may give several values. */
  boolean isList() {
    return traits.contains(LIST);
  }

  /** Whether a file gives names, each with a value. */
  boolean hasMembers() {
    return traits.contains(MEMBERS);
  }

  /** Whether the values name files, relative to the folder of the file that says so. */
  boolean namesFiles() {
    return traits.contains(FILE);
  }

  /**
   * Whether a file that the user has not approved may hold the key: it says how to ask or what to
   * show, not what to contact, load or run.
   */
  boolean isHarmless() {
    return traits.contains(HARMLESS);
  }

  /** What is true of some keys only. */
  enum Trait {
    LIST,
    MEMBERS,
    FILE,
    HARMLESS,
    ENDPOINT_SETTING,
    ENDPOINT_ONLY,
    PROMPT_SETTING,
    PROMPT_ONLY,
    SERVE_SETTING,
    SERVE_ONLY
  }
}
