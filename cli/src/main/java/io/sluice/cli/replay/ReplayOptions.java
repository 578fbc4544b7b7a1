package io.sluice.cli.replay;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.run.OutputOptions;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.SettingValue;
import java.util.List;
import java.util.Optional;

/**
 * The options of {@code sluice replay}.
 *
 * @param files the records, {@code -} for stdin
 * @param speed 0 at once, 1 as recorded, 2 twice as fast
 * @param dialect the dialect of event streams; empty if they tell by themselves
 * @param output where the answers go
 */
record ReplayOptions(
    List<String> files, double speed, Optional<String> dialect, OutputOptions output) {
  ReplayOptions {
    files = List.copyOf(files);
  }

  /** Reads the options. The dialect that a settings file names is meant for servers. */
  static ReplayOptions of(Arguments arguments) {
    OutputOptions output = OutputOptions.of(arguments);
    return new ReplayOptions(
        arguments.words(),
        speed(arguments),
        arguments.asked(FlagKey.DIALECT).map(SettingValue::text),
        output);
  }

  private static double speed(Arguments arguments) {
    double speed = arguments.value(FlagKey.SPEED).map(SettingValue::number).orElse(0.0);
    if (!(speed >= 0) || Double.isInfinite(speed)) {
      throw new UsageException(FlagKey.SPEED.flag() + " is " + speed + "; use 0 (at once) or more");
    }
    return speed;
  }
}
