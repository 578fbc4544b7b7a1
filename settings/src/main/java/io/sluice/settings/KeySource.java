package io.sluice.settings;

import io.sluice.wire.ApiKey;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Where an API key comes from. The key is read only when it is fetched. Immutable. */
public final class KeySource {
  private static final String MISSING = "not set";

  private final String state;
  private final String origin;
  private final Supplier<String> secret;
  private final Supplier<String> unasked;

  private KeySource(String state, String origin, Supplier<String> secret) {
    this(state, origin, secret, secret);
  }

  private KeySource(
      String state, String origin, Supplier<String> secret, Supplier<String> unasked) {
    this.state = state;
    this.origin = origin;
    this.secret = secret;
    this.unasked = unasked;
  }

  /** A variable that holds the key. */
  public static KeySource variable(SettingValue variable) {
    return new KeySource("set", variable.by(), variable::text);
  }

  /**
   * A file that holds the key.
   *
   * @throws SettingsException in one line, if the value is no path
   */
  public static KeySource file(SettingValue given) {
    Path file = given.path();
    return new KeySource("from " + file, given.origin(), () -> KeyFile.read(file));
  }

  /**
   * A command that prints the key on its first line. No shell comes between; it has 60 seconds.
   *
   * @param err shows what the command prints on its standard error
   */
  public static KeySource command(SettingValue given, PrintStream err) {
    KeyCommand command = KeyCommand.of(given, err);
    return new KeySource(
        "from " + given.text(), given.origin(), command::run, command::checkedPlaceholder);
  }

  /** The variable that should hold the key of an endpoint, and does not. */
  static KeySource missing(String endpoint, String variable) {
    return new KeySource(
        MISSING,
        variable,
        () -> {
          throw new SettingsException(
              "endpoint '"
                  + endpoint
                  + "' has no key; set "
                  + variable
                  + ", or give it an api-key-command in sluice.yaml");
        });
  }

  /** Whether the place of the key is known, and holds none. */
  public boolean isMissing() {
    return state.equals(MISSING);
  }

  /** What a person may be told of the key, such as {@code set}. */
  public String state() {
    return state;
  }

  /** Who says where the key is: a variable, or a file and its line. */
  public String origin() {
    return origin;
  }

  /**
   * Reads the key.
   *
   * @throws SettingsException in one line, if the file or the command gives none
   * @throws IllegalArgumentException in one line, if what they give cannot be a key
   */
  public ApiKey fetch() {
    return ApiKey.of(secret.get());
  }

  /**
   * Reads the key unless a command would have to be run for it; {@code ***} stands for such a key.
   * Throws what {@link #fetch} throws, as far as it shows without running the command.
   */
  public ApiKey fetchWithoutRunning() {
    return ApiKey.of(unasked.get());
  }
}
