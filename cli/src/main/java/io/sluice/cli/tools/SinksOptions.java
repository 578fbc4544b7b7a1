package io.sluice.cli.tools;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.run.PluginOptions;
import java.util.Optional;

/**
 * The options of {@code sluice sinks}.
 *
 * @param name the sink to describe; empty to list all
 * @param plugins the plugins that may bring sinks
 */
record SinksOptions(Optional<String> name, PluginOptions plugins) {
  static SinksOptions of(Arguments arguments) {
    arguments.atMostWords(1);
    return new SinksOptions(arguments.words().stream().findFirst(), PluginOptions.of(arguments));
  }
}
