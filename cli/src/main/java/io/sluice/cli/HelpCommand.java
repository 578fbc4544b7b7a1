package io.sluice.cli;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Command;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.Help;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.StandardStreams;
import io.sluice.text.NearestName;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Explains one command, or lists all of them. */
final class HelpCommand implements Command {
  @Override
  public String name() {
    return "help";
  }

  @Override
  public String summary() {
    return "explains a command, or lists the commands and the exit codes";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("sluice help", "the commands and the exit codes"),
        new Example("sluice help replay", "a command, as 'sluice replay --help' does"));
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "help [COMMAND]");
    spec.addPositional(
        Flag.words("COMMAND", "the command to explain; all, if there is none", names()));
    spec.usageMessage().footer(new String[0]);
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Arguments arguments, Call call) throws IOException {
    List<String> words = arguments.words();
    if (words.isEmpty()) {
      return list(call.streams(), call.environment());
    }
    var help = Help.on(call.streams(), call.environment());
    Optional<Command> command = Commands.command(words.get(0));
    if (command.isEmpty()) {
      throw new UsageException(
          NearestName.unknown("command", words.get(0), names())
              + "; to ask the model: sluice ask help …");
    }
    arguments.atMostWords(1);
    help.print(command.get());
    return ExitCode.COMPLETED;
  }

  /** Lists the commands and the exit codes. */
  static ExitCode list(StandardStreams streams, Map<String, String> environment)
      throws IOException {
    Help.on(streams, environment).printAll(Commands.commands());
    return ExitCode.COMPLETED;
  }

  private static List<String> names() {
    return Commands.commands().stream().map(Command::name).toList();
  }
}
