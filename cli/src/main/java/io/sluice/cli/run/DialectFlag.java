package io.sluice.cli.run;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.NamedEndpoint;
import io.sluice.settings.SettingValue;
import io.sluice.wire.Dialect;
import io.sluice.wire.OpenAiDialect;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** Which dialect is spoken. The usual one is no plugin's, so that none is loaded for its sake. */
public final class DialectFlag {
  /** The dialect that is spoken where none is named, and by the built-in model. */
  static final String USUAL = "openai";

  private DialectFlag() {}

  static OptionSpec ofServer() {
    return Flag.value(
        FlagKey.DIALECT, "NAME", "what the server speaks: openai (the default), anthropic");
  }

  public static OptionSpec ofRecords() {
    return Flag.value(
        FlagKey.DIALECT,
        "NAME",
        "what event streams are in: openai, anthropic; else what they look like");
  }

  /**
   * The dialect that was named, or that of the endpoint that was; else the usual one.
   *
   * @throws UsageException if there is none of that name
   */
  public static Dialect of(Arguments arguments, Sinks plugins) {
    Optional<String> asked = arguments.asked(FlagKey.DIALECT).map(SettingValue::text);
    return named(asked.orElseGet(() -> configured(arguments)), plugins);
  }

  private static String configured(Arguments arguments) {
    Optional<NamedEndpoint> endpoint = arguments.endpoint();
    return endpoint
        .map(NamedEndpoint::dialect)
        .or(() -> arguments.value(FlagKey.DIALECT).map(SettingValue::text))
        .orElse(USUAL);
  }

  /**
   * The dialect that this call names for records: what a file says is meant for servers.
   *
   * @throws UsageException if there is none of that name
   */
  public static Optional<Dialect> ofRecord(Arguments arguments, Sinks plugins) {
    return arguments
        .asked(FlagKey.DIALECT)
        .map(SettingValue::text)
        .map(name -> named(name, plugins));
  }

  private static Dialect named(String name, Sinks plugins) {
    try {
      return name.equals(USUAL) ? new OpenAiDialect() : plugins.dialect(name);
    } catch (IllegalArgumentException unknown) {
      throw UsageException.of(unknown);
    }
  }
}
