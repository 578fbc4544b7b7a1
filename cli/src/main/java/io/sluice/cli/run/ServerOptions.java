package io.sluice.cli.run;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.Config;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.FlagValue;
import io.sluice.cli.settings.NamedEndpoint;
import io.sluice.wire.DialectDefaults;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Which server is asked, as far as flags and settings say it. Where they do not, the variables of
 * the dialect count, which is known only when its plugin is loaded.
 *
 * @param offline whether the built-in model is asked for
 * @param endpoint the endpoint that is named
 * @param endpointNamedBy what names the endpoint: a flag, a variable, or a file and its line
 * @param dialect the dialect that is named, or that of the endpoint
 * @param url the base URL of a flag or its variable
 * @param keyFile the file with the key, of a flag or its variable
 * @param config what the settings files say
 */
public record ServerOptions(
    boolean offline,
    Optional<NamedEndpoint> endpoint,
    Optional<String> endpointNamedBy,
    Optional<FlagValue> dialect,
    Optional<FlagValue> url,
    Optional<FlagValue> keyFile,
    Config config) {

  static List<OptionSpec> flags() {
    return List.of(
        Flag.value(
            FlagKey.ENDPOINT,
            "NAME",
            "the endpoint to ask: groq, mistral, ollama …, or one of sluice.yaml; 'sluice config' lists them"),
        DialectFlag.ofServer(),
        Flag.value(
            FlagKey.BASE_URL,
            "URL",
            "the server, its /v1 included; else OPENAI_BASE_URL, or ANTHROPIC_BASE_URL"),
        Flag.value(
            FlagKey.API_KEY_FILE,
            "FILE",
            "holds the key; else OPENAI_API_KEY, or ANTHROPIC_API_KEY"));
  }

  /** Reads the options; reads no key. */
  public static ServerOptions of(Arguments arguments) {
    return new ServerOptions(
        arguments.on(FlagKey.OFFLINE),
        arguments.endpoint(),
        arguments.endpointNamedBy(),
        dialect(arguments),
        arguments.asked(FlagKey.BASE_URL),
        arguments.asked(FlagKey.API_KEY_FILE),
        arguments.config());
  }

  /**
   * Finds the server to ask.
   *
   * @return empty if the built-in model is to answer
   */
  public Optional<ServerChoice> choice(Call call, DialectDefaults defaults) {
    return offline
        ? Optional.empty()
        : Optional.of(ServerLookup.of(this, call, defaults)).filter(ServerChoice::isNamed);
  }

  /** An endpoint speaks its own dialect, whatever the files say of other servers. */
  private static Optional<FlagValue> dialect(Arguments arguments) {
    Optional<FlagValue> asked = arguments.asked(FlagKey.DIALECT);
    Optional<NamedEndpoint> endpoint = arguments.endpoint();
    if (asked.isPresent() || endpoint.isEmpty()) {
      return asked.or(() -> arguments.value(FlagKey.DIALECT));
    }
    return endpoint
        .flatMap(named -> named.setting(FlagKey.DIALECT.setting()))
        .map(setting -> setting.given().get(0));
  }
}
