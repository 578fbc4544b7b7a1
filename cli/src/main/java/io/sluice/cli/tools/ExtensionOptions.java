package io.sluice.cli.tools;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Command;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.Help;
import io.sluice.cli.run.OutputFlags;
import io.sluice.cli.run.PluginOptions;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The options of {@code sluice sinks}, {@code sluice stages} and {@code sluice queues}.
 *
 * @param name the one to describe; empty to list all
 * @param plugins the plugins that may bring some
 */
record ExtensionOptions(Optional<String> name, PluginOptions plugins) {
  /** The words and flags of a command that lists extensions, one of which is called so. */
  static CommandSpec spec(Command command, String one) {
    CommandSpec spec = Help.of(command, command.name() + " [NAME] [flags]");
    spec.addPositional(Flag.words("NAME", "one " + one + ", with its options"));
    spec.addOption(PluginOptions.jarFlag());
    spec.addOption(PluginOptions.noneFlag());
    spec.addOption(OutputFlags.debug());
    return Help.completed(spec);
  }

  static ExtensionOptions of(Arguments arguments) {
    arguments.atMostWords(1);
    return new ExtensionOptions(
        arguments.words().stream().findFirst(), PluginOptions.of(arguments));
  }
}
