package io.sluice.cli;

import io.sluice.cli.ask.AskCommand;
import io.sluice.cli.batch.BatchCommand;
import io.sluice.cli.bench.BenchCommand;
import io.sluice.cli.chat.ChatCommand;
import io.sluice.cli.command.Command;
import io.sluice.cli.compare.CompareCommand;
import io.sluice.cli.completion.CompletionCommand;
import io.sluice.cli.config.ConfigCommand;
import io.sluice.cli.inspect.InspectCommand;
import io.sluice.cli.install.InstallCommand;
import io.sluice.cli.log.LogCommand;
import io.sluice.cli.models.ModelsCommand;
import io.sluice.cli.plugins.PluginsCommand;
import io.sluice.cli.replay.ReplayCommand;
import io.sluice.cli.serve.ServeCommand;
import io.sluice.cli.tokens.TokensCommand;
import io.sluice.cli.tools.QueuesCommand;
import io.sluice.cli.tools.SimulateCommand;
import io.sluice.cli.tools.SinksCommand;
import io.sluice.cli.tools.SseCommand;
import io.sluice.cli.tools.StagesCommand;
import java.util.List;
import java.util.Optional;

/** The words that name a command where they stand before any other; what names none is a prompt. */
final class Commands {
  private Commands() {}

  /** The commands there are, in the order in which help lists them. */
  static List<Command> commands() {
    return List.of(
        new AskCommand(),
        new ChatCommand(),
        new InspectCommand(),
        new CompareCommand(),
        new BatchCommand(),
        new BenchCommand(Version::current),
        new ModelsCommand(),
        new ReplayCommand(),
        new SseCommand(),
        new TokensCommand(),
        new ServeCommand(Version::current),
        new SimulateCommand(),
        new SinksCommand(),
        new StagesCommand(),
        new QueuesCommand(),
        new PluginsCommand(Version::current),
        new LogCommand(),
        new ConfigCommand(),
        new CompletionCommand(Commands::commands),
        new InstallCommand(),
        new HelpCommand(),
        new VersionCommand());
  }

  /** The command of that name. */
  static Optional<Command> command(String word) {
    return commands().stream().filter(command -> command.name().equals(word)).findFirst();
  }
}
