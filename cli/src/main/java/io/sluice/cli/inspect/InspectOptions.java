package io.sluice.cli.inspect;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.prompt.PromptOptions;
import io.sluice.cli.record.RecordOption;
import io.sluice.cli.run.ConnectionOptions;
import io.sluice.cli.run.OutputOptions;
import io.sluice.cli.run.RequestOptions;
import io.sluice.cli.run.SchemaFiles;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.SettingValue;

/**
 * The options of {@code sluice inspect}.
 *
 * @param prompt what is asked
 * @param output where the answer goes beside stdout
 * @param connection the server, and how it is talked to
 * @param request what is asked beside the prompt
 * @param record where the bytes of the answer are kept
 * @param wire whether the bytes of a chunk are shown below its line
 * @param limit the number of chunks that are shown
 */
record InspectOptions(
    PromptOptions prompt,
    OutputOptions output,
    ConnectionOptions connection,
    RequestOptions request,
    RecordOption record,
    boolean wire,
    long limit) {
  static InspectOptions of(String command, Arguments arguments, SchemaFiles schemas) {
    return new InspectOptions(
        PromptOptions.of(arguments),
        OutputOptions.besides(command, arguments),
        ConnectionOptions.of(arguments),
        RequestOptions.of(arguments, schemas),
        RecordOption.of(arguments),
        arguments.on(FlagKey.RAW),
        limit(arguments));
  }

  private static long limit(Arguments arguments) {
    long limit = arguments.value(FlagKey.LIMIT).map(SettingValue::whole).orElse(Long.MAX_VALUE);
    if (limit < 0) {
      throw new UsageException(FlagKey.LIMIT.flag() + " is " + limit + "; use 0 or more");
    }
    return limit;
  }
}
