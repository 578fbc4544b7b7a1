package io.sluice.cli.compare;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.Notices;
import io.sluice.settings.SettingValue;
import java.util.List;

/**
 * One of the requests that are compared.
 *
 * @param label what a person calls it
 * @param call asks for it, as if for it alone
 */
record Variant(String label, Call call) {

  /** As the flags say; without any, one that streams and one that does not. */
  static List<Variant> of(Call call) {
    return Axis.of(call.arguments())
        .map(axis -> axis.spread(call))
        .orElseGet(() -> streamingOrNot(call));
  }

  /** What this one alone is told of it. */
  Notices notices() {
    return call.notices().about(label);
  }

  private static List<Variant> streamingOrNot(Call call) {
    Arguments arguments = call.arguments();
    if (arguments.flagged(FlagKey.NO_STREAM)) {
      throw new UsageException(
          "--no-stream is one side of the comparison; leave it out, or add --models,"
              + " --temperatures or --base-urls");
    }
    return List.of(
        new Variant("streaming", call.with(arguments.with(FlagKey.NO_STREAM, told("false")))),
        new Variant("non-streaming", call.with(arguments.with(FlagKey.NO_STREAM, told("true")))));
  }

  private static SettingValue told(String value) {
    return new SettingValue(FlagKey.NO_STREAM.flag(), value);
  }
}
