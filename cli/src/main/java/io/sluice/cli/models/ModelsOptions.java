package io.sluice.cli.models;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.run.ConnectionOptions;
import io.sluice.cli.run.OutputOptions;
import io.sluice.cli.settings.FlagKey;
import io.sluice.settings.Setting;
import java.util.List;

/**
 * The options of {@code sluice models}.
 *
 * @param words what the names must contain, all of them
 * @param output what is said beside the list
 * @param connection the server, and how it is talked to
 * @param aliases the names that the settings give to models
 * @param json whether each model is printed as an object
 */
record ModelsOptions(
    List<String> words,
    OutputOptions output,
    ConnectionOptions connection,
    List<Setting> aliases,
    boolean json) {
  ModelsOptions {
    words = List.copyOf(words);
    aliases = List.copyOf(aliases);
  }

  static ModelsOptions of(String command, Arguments arguments) {
    return new ModelsOptions(
        arguments.words(),
        OutputOptions.besides(command, arguments),
        ConnectionOptions.of(arguments),
        arguments.files().aliases(),
        arguments.on(FlagKey.JSON));
  }
}
