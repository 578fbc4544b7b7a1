package io.sluice.cli.tools;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.SettingValue;
import io.sluice.simulator.fault.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The options of {@code sluice simulate}; what is absent is left to the simulator.
 *
 * @param port the port to listen on
 * @param replay a record that is the answer to every request
 * @param rate chunks a second
 * @param faults what goes wrong with every request
 * @param badCertificate whether the server speaks TLS with a certificate that no authority signed
 */
record SimulateOptions(
    Optional<Integer> port,
    Optional<Path> replay,
    Optional<Double> rate,
    List<Fault> faults,
    boolean badCertificate) {
  SimulateOptions {
    faults = List.copyOf(faults);
  }

  static SimulateOptions of(Arguments arguments) {
    return new SimulateOptions(
        arguments.value(FlagKey.PORT).map(SettingValue::count),
        arguments.value(FlagKey.REPLAY).map(SettingValue::path),
        arguments.value(FlagKey.RATE).map(SettingValue::number),
        arguments.values(FlagKey.FAULT).stream().map(SimulateOptions::fault).toList(),
        arguments.on(FlagKey.BAD_CERTIFICATE));
  }

  private static Fault fault(SettingValue given) {
    try {
      return Fault.parse(given.text());
    } catch (IllegalArgumentException unknown) {
      throw UsageException.of(unknown);
    }
  }
}
