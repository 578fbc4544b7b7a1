package io.sluice.cli.run;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.NamedEndpoint;
import io.sluice.settings.SettingValue;
import io.sluice.settings.Settings;
import io.sluice.text.HeaderField;
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
 * @param dialect the dialect that is named, or that of the endpoint
 * @param url the base URL of a flag or its variable
 * @param keyFile the file with the key, of a flag or its variable
 * @param headers header fields of flags or their variable
 * @param settings what the settings files say
 */
public record ServerOptions(
    boolean offline,
    Optional<NamedEndpoint> endpoint,
    Optional<SettingValue> dialect,
    Optional<SettingValue> url,
    Optional<SettingValue> keyFile,
    List<HeaderField> headers,
    Settings settings) {

  static List<OptionSpec> flags() {
    return List.of(
        Flag.value(
            FlagKey.ENDPOINT,
            "NAME",
            "the endpoint to ask: groq, mistral, ollama …, or one of sluice.yaml; 'sluice config'"
                + " lists them"),
        DialectFlag.ofServer(),
        Flag.value(
            FlagKey.BASE_URL,
            "URL",
            "the server, its /v1 included; else OPENAI_BASE_URL, or ANTHROPIC_BASE_URL"),
        Flag.value(
            FlagKey.API_KEY_FILE,
            "FILE",
            "holds the key; else OPENAI_API_KEY, or ANTHROPIC_API_KEY"),
        Flag.value(FlagKey.HEADER, "'NAME: VALUE'", "a header field for the request; repeatable"));
  }

  /** Reads the options; reads no key. */
  public static ServerOptions of(Arguments arguments) {
    return new ServerOptions(
        arguments.on(FlagKey.OFFLINE),
        arguments.endpoint(),
        dialect(arguments),
        arguments.asked(FlagKey.BASE_URL),
        arguments.asked(FlagKey.API_KEY_FILE),
        arguments.values(FlagKey.HEADER).stream().map(ServerOptions::field).toList(),
        arguments.files());
  }

  /** What the files alone say of an endpoint; what a call says of its server is not meant. */
  static ServerOptions of(NamedEndpoint endpoint, Settings settings) {
    var dialect = new SettingValue(endpoint.namedBy(), endpoint.dialect());
    return new ServerOptions(
        false,
        Optional.of(endpoint),
        Optional.of(dialect),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        settings);
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

  private static HeaderField field(SettingValue given) {
    try {
      return HeaderField.parse(given.text());
    } catch (IllegalArgumentException malformed) {
      throw new UsageException(given.by() + ": " + malformed.getMessage());
    }
  }

  /** An endpoint speaks its own dialect, whatever the files say of other servers. */
  private static Optional<SettingValue> dialect(Arguments arguments) {
    Optional<SettingValue> said = arguments.value(FlagKey.DIALECT);
    Optional<NamedEndpoint> endpoint = arguments.endpoint();
    if (arguments.asked(FlagKey.DIALECT).isPresent() || endpoint.isEmpty()) {
      return said;
    }
    var own = new SettingValue(endpoint.get().namedBy(), endpoint.get().dialect());
    return said.filter(given -> given.text().equals(own.text()))
        .or(() -> Optional.of(own).filter(given -> !given.text().equals(DialectFlag.USUAL)));
  }
}
