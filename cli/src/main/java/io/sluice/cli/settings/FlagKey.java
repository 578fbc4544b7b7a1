package io.sluice.cli.settings;

import io.sluice.settings.SettingKey;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every flag of the command, and what is true of it wherever it is declared or read: its names, its
 * variable, and the setting that it stands for. What a settings file may say of that is in {@link
 * SettingKey}. A flag without a setting is about one call alone. In the order of the help.
 */
public enum FlagKey {
  // The answer of one call.
  RECORD("record"),
  EDITOR("editor"),
  DRY_RUN("dry-run"),

  // The prompt.
  FILE('f', "file"),
  ATTACH('a', "attach"),
  FIELD("field"),

  // The request.
  PROMPT('p', "prompt"),
  MODEL('m', SettingKey.MODEL),
  SYSTEM('s', SettingKey.SYSTEM),
  TEMPERATURE('t', SettingKey.TEMPERATURE),
  TOP_P(SettingKey.TOP_P),
  MAX_TOKENS(SettingKey.MAX_TOKENS),
  SEED(SettingKey.SEED),
  CHOICES('n', SettingKey.CHOICES),
  STOP(SettingKey.STOP),
  REASONING_EFFORT(SettingKey.REASONING_EFFORT),
  PARAM(SettingKey.PARAM),
  SCHEMA("schema"),

  // The server.
  ENDPOINT(SettingKey.ENDPOINT),
  DIALECT(SettingKey.DIALECT),
  BASE_URL(SettingKey.BASE_URL),
  API_KEY_FILE(SettingKey.API_KEY_FILE),
  HEADER("header"),
  CA_FILE(SettingKey.CA_FILE),
  CLIENT_CERT(SettingKey.CLIENT_CERT),
  CLIENT_KEY(SettingKey.CLIENT_KEY),
  OFFLINE(SettingKey.OFFLINE),
  NO_STREAM(SettingKey.NO_STREAM),
  NO_INCLUDE_USAGE(SettingKey.NO_INCLUDE_USAGE),
  RETRIES(SettingKey.RETRIES),

  // The timeouts.
  CONNECT_TIMEOUT(SettingKey.CONNECT_TIMEOUT),
  FIRST_TOKEN_TIMEOUT(SettingKey.FIRST_TOKEN_TIMEOUT),
  IDLE_TIMEOUT(SettingKey.IDLE_TIMEOUT),
  FINISH_TIMEOUT(SettingKey.FINISH_TIMEOUT),
  WHOLE_TIMEOUT(SettingKey.WHOLE_TIMEOUT),
  TOTAL_TIMEOUT(SettingKey.TOTAL_TIMEOUT),
  IDLE_IGNORES_COMMENTS(SettingKey.IDLE_IGNORES_COMMENTS),

  // The output.
  SINK("sink", SettingKey.SINKS),
  EXTRACT('x', "extract"),
  THROUGH(SettingKey.THROUGH),
  PLUGIN(SettingKey.PLUGIN),
  NO_PLUGINS(SettingKey.NO_PLUGINS),
  JSON(SettingKey.JSON),
  EVENTS(SettingKey.EVENTS),
  USAGE('u', SettingKey.USAGE),
  QUIET('q', SettingKey.QUIET),
  RAW(SettingKey.RAW),
  NO_WRAP(SettingKey.NO_WRAP),
  NO_REASONING(SettingKey.NO_REASONING),
  NO_COLOR(SettingKey.NO_COLOR),
  STRICT(SettingKey.STRICT),
  DEBUG(SettingKey.DEBUG),

  // The archive.
  CONTINUE('c', "continue"),
  CONVERSATION("conversation"),
  NO_LOG(SettingKey.NO_LOG),

  VERSION("version"),
  HELP('h', "help"),

  // Of single commands: inspect, compare, replay, tokens, simulate, serve, log, plugins.
  LIMIT(SettingKey.LIMIT),
  MODELS("models"),
  TEMPERATURES("temperatures"),
  BASE_URLS("base-urls"),
  SPEED(SettingKey.SPEED),
  ENCODING(SettingKey.ENCODING),
  LINES(SettingKey.LINES),
  JSONL_FIELD(SettingKey.JSONL_FIELD),
  MESSAGES(SettingKey.MESSAGES),
  REQUESTS("requests"),
  SHOW(SettingKey.SHOW),
  PORT(SettingKey.PORT),
  REPLAY(SettingKey.REPLAY),
  RATE(SettingKey.RATE),
  FAULT(SettingKey.FAULT),
  BAD_CERTIFICATE(SettingKey.BAD_CERTIFICATE),
  HOST(SettingKey.HOST),
  ALLOW_ORIGIN(SettingKey.ALLOW_ORIGIN),
  TLS_CERT(SettingKey.TLS_CERT),
  TLS_KEY(SettingKey.TLS_KEY),
  KEY(SettingKey.KEY),
  DETACH(SettingKey.DETACH),
  NO_PROXY("no-proxy"),
  NO_PAGE("no-page"),
  RUNS("runs"),
  OPEN("open"),
  STATUS("status"),
  SINCE("since"),
  UNTIL("until"),
  OUTPUT('o', "output"),
  NO_PAGER("no-pager"),
  ALL("all"),
  BEFORE("before"),
  KIND("kind"),
  PACKAGE("package"),

  // Of batch and bench.
  CONCURRENCY("concurrency"),

  // Of batch.
  FORMAT("format"),
  ID_FIELD("id-field"),
  NUL('0', "nul"),
  PROMPT_FILE("prompt-file"),
  NO_CHECK("no-check"),
  FROM("from"),
  FOLLOW("follow"),
  BAD_ROWS("bad-rows"),
  CHANGED("changed"),
  IN_FLIGHT("in-flight"),
  RESTART("restart"),
  RETRY_FAILED("retry-failed"),
  RETRY_TRUNCATED("retry-truncated"),
  RPM("rpm"),
  TPM("tpm"),
  ITPM("itpm"),
  OTPM("otpm"),
  BURST("burst"),
  MAX_COST("max-cost"),
  MAX_ROWS("max-rows"),
  MAX_FAILED("max-failed"),
  PATIENCE("patience"),
  GRACE("grace"),
  ORDER("order"),
  ERRORS("errors"),
  FIELDS("fields"),
  OUTPUT_FORMAT("output-format"),
  TEXT_DIR("text-dir"),
  SYNC("sync"),
  PROGRESS("progress"),
  PROGRESS_FD("progress-fd"),
  METRICS("metrics"),

  // Of bench.
  PROMPTS("prompts"),
  SYNTHETIC("synthetic"),
  TRACE("trace"),
  ARRIVAL("arrival"),
  RAMP("ramp"),
  SWEEP("sweep"),
  FOR("for"),
  WARMUP("warmup"),
  COOLDOWN("cooldown"),
  ROUNDS("rounds"),
  MAX_IN_FLIGHT("max-in-flight"),
  SLO("slo"),
  CALIBRATE("calibrate"),
  RECORDS("records"),
  CSV("csv"),
  HTML("html"),
  FAIL_IF("fail-if"),
  ANYWAY("anyway");

  private static final char NO_LETTER = 0;

  private final char letter;
  private final String word;
  private final Optional<SettingKey> setting;

  /** A flag about one call alone. */
  FlagKey(String word) {
    this(NO_LETTER, word);
  }

  FlagKey(char letter, String word) {
    this(letter, word, Optional.empty());
  }

  /** A flag that is called like its setting. */
  FlagKey(SettingKey setting) {
    this(NO_LETTER, setting);
  }

  FlagKey(char letter, SettingKey setting) {
    this(letter, setting.word(), Optional.of(setting));
  }

  FlagKey(String word, SettingKey setting) {
    this(NO_LETTER, word, Optional.of(setting));
  }

  FlagKey(char letter, String word, Optional<SettingKey> setting) {
    this.letter = letter;
    this.word = word;
    this.setting = setting;
  }

  /** The flag of that name, such as {@code --model}; empty if there is none. */
  public static Optional<FlagKey> of(String flag) {
    return Arrays.stream(values()).filter(key -> key.flag().equals(flag)).findFirst();
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

  /** The key that sets the flag in a settings file; empty if the flag is about one call. */
  public Optional<SettingKey> setting() {
    return setting;
  }
}
