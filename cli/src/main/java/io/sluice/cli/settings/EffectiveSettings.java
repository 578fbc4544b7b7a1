package io.sluice.cli.settings;

import io.sluice.settings.NamedEndpoint;
import io.sluice.settings.NamedPrompt;
import io.sluice.settings.Setting;
import io.sluice.settings.SettingKey;
import io.sluice.settings.SettingValue;
import io.sluice.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What holds for one call where neither the command line nor the environment says otherwise. The
 * files are read when something is first asked for. Mutable; for one thread.
 */
public final class EffectiveSettings {
  /** A call that names its server by one of these does not mean the endpoint that a file names. */
  private static final List<FlagKey> SERVERS = List.of(FlagKey.BASE_URL, FlagKey.DIALECT);

  private final Map<String, String> environment;
  private final Path folder;
  private @Nullable Settings files;
  private Optional<NamedEndpoint> endpoint = Optional.empty();
  private boolean looked;

  /** Creates the settings of a call in that folder; no file is read yet. */
  public EffectiveSettings(Map<String, String> environment, Path folder) {
    this.environment = environment;
    this.folder = folder;
  }

  /** The same settings, for a call that may name another endpoint. */
  public EffectiveSettings forAnotherEndpoint() {
    var other = new EffectiveSettings(environment, folder);
    other.files = files;
    return other;
  }

  /** The working folder. */
  public Path folder() {
    return folder;
  }

  /** What the files say. */
  public Settings files() {
    Settings read = files;
    if (read == null) {
      read = Settings.load(environment, folder);
      files = read;
    }
    return read;
  }

  /**
   * Whether a prompt is the template itself and not the name of one in the files: where a command
   * fills templates, a text with a blank or a brace is one.
   */
  public static boolean isTemplate(SettingValue given, GivenFlags arguments) {
    return arguments.has(FlagKey.PROMPT_FILE) && given.text().matches("(?s).*[\\s{].*");
  }

  /** The prompt that a flag or its variable names. */
  public Optional<NamedPrompt> prompt(GivenFlags arguments) {
    return arguments.has(FlagKey.PROMPT)
        ? arguments
            .asked(FlagKey.PROMPT)
            .filter(given -> !isTemplate(given, arguments))
            .map(files()::prompt)
        : Optional.empty();
  }

  /**
   * What the files say under {@code key}: of the prompt that is named, else of the endpoint to ask,
   * else of all calls.
   */
  public Optional<Setting> setting(SettingKey key, GivenFlags arguments) {
    return prompt(arguments)
        .flatMap(named -> named.setting(key))
        .or(() -> ofAnyPrompt(key, arguments));
  }

  private Optional<Setting> ofAnyPrompt(SettingKey key, GivenFlags arguments) {
    Optional<NamedEndpoint> asked = endpoint(arguments);
    return asked.isPresent() ? asked.get().setting(key) : files().setting(key);
  }

  /** The endpoint to ask, if a flag, a variable or a file names one. */
  public Optional<NamedEndpoint> endpoint(GivenFlags arguments) {
    if (!looked) {
      looked = true;
      endpoint = arguments.has(FlagKey.ENDPOINT) ? choose(arguments) : Optional.empty();
    }
    return endpoint;
  }

  private Optional<NamedEndpoint> choose(GivenFlags arguments) {
    Optional<SettingValue> asked = arguments.asked(FlagKey.ENDPOINT);
    if (asked.isPresent()) {
      return asked.map(files()::endpoint);
    }
    boolean elsewhere =
        SERVERS.stream().anyMatch(flag -> arguments.asked(flag).isPresent())
            || arguments.variable("OPENAI_BASE_URL").filter(set -> !set.isBlank()).isPresent();
    return elsewhere
        ? Optional.empty()
        : prompt(arguments)
            .flatMap(named -> named.setting(SettingKey.ENDPOINT))
            .map(setting -> files().endpoint(setting.given().get(0)))
            .or(files()::endpoint);
  }
}
