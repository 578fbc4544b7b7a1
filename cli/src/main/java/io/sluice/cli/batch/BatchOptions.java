package io.sluice.cli.batch;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.run.ConnectionOptions;
import io.sluice.cli.run.OutputOptions;
import io.sluice.cli.run.RequestOptions;
import io.sluice.cli.run.SchemaFiles;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.terminal.StandardStreams;
import io.sluice.settings.SettingValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The options of {@code sluice batch}.
 *
 * @param input the rows
 * @param request what each row asks that it does not say itself
 * @param connection the server, and how it is talked to
 * @param output the sinks of each row, and what is said
 * @param results where the results go, and what is done with those that are there
 * @param rates how much is sent
 * @param grace how long rows under way may take once the batch is to end
 * @param allowed how many rows may have no answer
 * @param textFolder the folder that gets a file for each answer
 * @param progress how progress is told
 */
record BatchOptions(
    InputOptions input,
    RequestOptions request,
    ConnectionOptions connection,
    OutputOptions output,
    ResultOptions results,
    RateOptions rates,
    Duration grace,
    AllowedFailures allowed,
    Optional<Path> textFolder,
    ProgressForm progress) {
  private static final Duration USUAL_GRACE = Duration.ofSeconds(30);

  static BatchOptions of(Arguments arguments, StandardStreams streams) throws IOException {
    InputOptions input = InputOptions.of(arguments, streams);
    ConnectionOptions connection = ConnectionOptions.of(arguments);
    ResultOptions results = ResultOptions.of(arguments, input, connection);
    results.keepApart(input.files());
    return new BatchOptions(
        input,
        RequestOptions.of(arguments, new SchemaFiles(streams)),
        connection,
        output(arguments),
        results,
        RateOptions.of(arguments),
        arguments.value(FlagKey.GRACE).map(SettingValue::duration).orElse(USUAL_GRACE),
        AllowedFailures.of(arguments),
        arguments.value(FlagKey.TEXT_DIR).map(SettingValue::path),
        ProgressForm.of(arguments));
  }

  private static OutputOptions output(Arguments arguments) {
    OutputOptions output = OutputOptions.besides("batch", arguments);
    return MetricsOption.of(arguments).map(output::and).orElse(output);
  }
}
