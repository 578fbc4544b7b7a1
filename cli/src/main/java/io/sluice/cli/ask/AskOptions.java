package io.sluice.cli.ask;

import io.sluice.cli.archive.ArchiveOptions;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.prompt.PromptOptions;
import io.sluice.cli.record.RecordOption;
import io.sluice.cli.run.ConnectionOptions;
import io.sluice.cli.run.OutputOptions;
import io.sluice.cli.run.RequestOptions;
import io.sluice.cli.run.SchemaFiles;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;

/**
 * The options of {@code sluice ask}.
 *
 * @param prompt what is asked
 * @param output where the answer goes
 * @param connection the server, and how it is talked to
 * @param request what is asked beside the prompt
 * @param record where the bytes of the answer are kept
 * @param archive whether the answer is kept, and what it goes on from
 */
record AskOptions(
    PromptOptions prompt,
    OutputOptions output,
    ConnectionOptions connection,
    RequestOptions request,
    RecordOption record,
    ArchiveOptions archive) {
  static AskOptions of(Arguments arguments, SchemaFiles schemas) {
    var options =
        new AskOptions(
            PromptOptions.of(arguments),
            OutputOptions.of(arguments),
            ConnectionOptions.of(arguments),
            RequestOptions.of(arguments, schemas),
            RecordOption.of(arguments),
            ArchiveOptions.of(arguments));
    if (options.prompt().messages().isPresent() && options.archive().goesOn()) {
      throw new UsageException(
          FlagKey.MESSAGES.flag()
              + " and a conversation of the archive are two beginnings; leave one of them");
    }
    return options;
  }
}
