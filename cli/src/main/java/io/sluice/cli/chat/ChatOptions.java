package io.sluice.cli.chat;

import io.sluice.cli.archive.ArchiveOptions;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.run.ConnectionOptions;
import io.sluice.cli.run.OutputOptions;
import io.sluice.cli.run.RequestOptions;
import io.sluice.cli.run.SchemaFiles;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.NamedPrompt;
import io.sluice.settings.SettingValue;

/**
 * The options of {@code sluice chat}.
 *
 * @param output where the answers go
 * @param connection the server, and how it is talked to
 * @param request the settings of the first request
 * @param archive whether the answers are kept, and what the conversation goes on from
 */
record ChatOptions(
    OutputOptions output,
    ConnectionOptions connection,
    RequestOptions request,
    ArchiveOptions archive) {
  static ChatOptions of(Arguments arguments, SchemaFiles schemas) {
    arguments.noWords();
    arguments.prompt().ifPresent(ChatOptions::refuseText);
    arguments.value(FlagKey.SCHEMA).ifPresent(ChatOptions::refuseStdin);
    if (arguments.on(FlagKey.DRY_RUN)) {
      throw new UsageException(
          "a conversation cannot be shown before it is held; use 'sluice ask "
              + FlagKey.DRY_RUN.flag()
              + "'");
    }
    var options =
        new ChatOptions(
            OutputOptions.of(arguments),
            ConnectionOptions.of(arguments),
            RequestOptions.of(arguments, schemas),
            ArchiveOptions.of(arguments));
    if (options.request().parameters().choices().orElse(1) > 1) {
      throw new UsageException(
          "a conversation goes on from one answer; leave out " + FlagKey.CHOICES.flag());
    }
    return options;
  }

  private static void refuseStdin(SettingValue schema) {
    if (SchemaFiles.isStdin(schema)) {
      throw new UsageException(
          schema.by() + " is '-', but stdin is the conversation; name a file with the schema");
    }
  }

  private static void refuseText(NamedPrompt named) {
    if (named.text().isPresent()) {
      throw new UsageException(
          "prompt '"
              + named.name()
              + "' has a text, and chat takes settings only; use 'sluice ask "
              + FlagKey.PROMPT.flag()
              + "'");
    }
  }
}
