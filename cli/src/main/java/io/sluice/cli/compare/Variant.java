package io.sluice.cli.compare;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.run.ConnectionOptions;
import io.sluice.cli.run.RequestOptions;
import io.sluice.cli.run.SchemaFiles;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.Notices;
import io.sluice.settings.SettingValue;
import java.util.List;

/**
 * One of the requests that are compared.
 *
 * @param label what a person calls it
 * @param connection the server, and how it is talked to
 * @param request what is asked beside the prompt
 */
record Variant(String label, ConnectionOptions connection, RequestOptions request) {
  /** A request with the options of these arguments. */
  static Variant of(String label, Arguments arguments, SchemaFiles schemas) {
    return new Variant(
        label, ConnectionOptions.of(arguments), RequestOptions.of(arguments, schemas));
  }

  /** A request that streams, and one that does not. */
  static List<Variant> streamingOrNot(Arguments arguments, SchemaFiles schemas) {
    if (arguments.flagged(FlagKey.NO_STREAM)) {
      throw new UsageException(
          FlagKey.NO_STREAM.flag()
              + " is one side of the comparison; leave it out, or add "
              + Axis.names());
    }
    return List.of(
        of("streaming", arguments.with(FlagKey.NO_STREAM, told("false")), schemas),
        of("non-streaming", arguments.with(FlagKey.NO_STREAM, told("true")), schemas));
  }

  /** What is said of this request alone. */
  Notices notices(Call call) {
    return call.notices().about(label);
  }

  private static SettingValue told(String value) {
    return new SettingValue(FlagKey.NO_STREAM.flag(), value);
  }
}
