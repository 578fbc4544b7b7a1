package io.sluice.cli.bench;

import io.sluice.bench.measure.Objective;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.run.ConnectionOptions;
import io.sluice.cli.run.OutputOptions;
import io.sluice.cli.run.RequestOptions;
import io.sluice.cli.run.SchemaFiles;
import io.sluice.cli.settings.FlagKey;
import io.sluice.settings.SettingValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The options of {@code sluice bench}.
 *
 * @param request what is asked, but for the prompts
 * @param connection which server is asked
 * @param calibration the built-in model as the server, if it is to be measured first
 * @param workload the prompts
 * @param load how much load there is
 * @param objectives what a good answer meets
 * @param files where the report goes
 * @param output what is said beside the report
 * @param given the flags of the benchmark as they were given, for the report
 */
record BenchOptions(
    RequestOptions request,
    ConnectionOptions connection,
    Optional<ConnectionOptions> calibration,
    WorkloadOptions workload,
    LoadOptions load,
    List<Objective> objectives,
    ReportFiles files,
    OutputOptions output,
    List<String> given) {
  private static final List<FlagKey> TOLD =
      List.of(
          FlagKey.MODEL,
          FlagKey.PROMPTS,
          FlagKey.SYNTHETIC,
          FlagKey.TRACE,
          FlagKey.SPEED,
          FlagKey.SEED,
          FlagKey.CONCURRENCY,
          FlagKey.RATE,
          FlagKey.ARRIVAL,
          FlagKey.RAMP,
          FlagKey.SWEEP,
          FlagKey.FOR,
          FlagKey.REQUESTS,
          FlagKey.WARMUP,
          FlagKey.COOLDOWN,
          FlagKey.ROUNDS,
          FlagKey.MAX_IN_FLIGHT,
          FlagKey.SLO);

  BenchOptions {
    objectives = List.copyOf(objectives);
    given = List.copyOf(given);
  }

  static BenchOptions of(String command, Arguments arguments, SchemaFiles schemas) {
    Optional<ConnectionOptions> calibration =
        arguments.on(FlagKey.CALIBRATE)
            ? Optional.of(
                ConnectionOptions.of(
                    arguments.with(
                        FlagKey.OFFLINE, new SettingValue(FlagKey.CALIBRATE.flag(), "true"))))
            : Optional.empty();
    return new BenchOptions(
        RequestOptions.of(arguments, schemas),
        ConnectionOptions.of(arguments),
        calibration,
        WorkloadOptions.of(arguments),
        LoadOptions.of(arguments),
        arguments
            .value(FlagKey.SLO)
            .map(value -> FlagRules.read(value, Objective::parse))
            .orElse(List.of()),
        ReportFiles.of(arguments),
        OutputOptions.besides(command, arguments),
        given(arguments));
  }

  private static List<String> given(Arguments arguments) {
    List<String> words = new ArrayList<>();
    for (FlagKey flag : TOLD) {
      arguments
          .flaggedValue(flag)
          .ifPresent(value -> words.addAll(List.of(flag.flag(), value.text())));
    }
    return words;
  }
}
