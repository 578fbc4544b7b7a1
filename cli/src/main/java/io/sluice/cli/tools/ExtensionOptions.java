package io.sluice.cli.tools;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.run.PluginOptions;
import java.util.Optional;

/**
 * The options of {@code sluice sinks} and {@code sluice stages}.
 *
 * @param name the one to describe; empty to list all
 * @param plugins the plugins that may bring some
 */
record ExtensionOptions(Optional<String> name, PluginOptions plugins) {
  static ExtensionOptions of(Arguments arguments) {
    arguments.atMostWords(1);
    return new ExtensionOptions(
        arguments.words().stream().findFirst(), PluginOptions.of(arguments));
  }
}
