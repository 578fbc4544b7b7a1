package io.sluice.cli;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Command;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Help;
import io.sluice.cli.command.Interruption;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.Notices;
import io.sluice.cli.terminal.StandardStreams;
import io.sluice.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One start of {@code sluice}, in a process that goes on afterwards.
 *
 * @param args the words behind the command's name
 * @param environment the variables that count
 * @param folder the working folder, whose settings count
 * @param streams where it reads and writes
 * @param interruption the signal that may end it
 */
record Invocation(
    List<String> args,
    Map<String, String> environment,
    Path folder,
    StandardStreams streams,
    Interruption interruption) {

  Invocation {
    args = List.copyOf(args);
  }

  /** Runs the command that the words name. Throws nothing: an error becomes a line on stderr. */
  ExitCode run() {
    try {
      return dispatch();
    } catch (UsageException | SettingsException unusable) {
      return failed(unusable, ExitCode.NOTHING_SENT);
    } catch (IOException | RuntimeException unexpected) {
      return streams.out().closed() ? ExitCode.STDOUT_CLOSED : failed(unexpected, ExitCode.FAILED);
    }
  }

  private ExitCode dispatch() throws IOException {
    if (args.size() == 1 && FlagKey.HELP.names().contains(args.get(0))) {
      return HelpCommand.list(streams, environment); // Flags of a command need not be read for it.
    }
    var chosen = ChosenCommand.of(args, streams.terminals(), folder);
    Command command = chosen.command();
    Arguments arguments = Arguments.parse(chosen.spec(), chosen.arguments(), environment, folder);
    if (arguments.flagged(FlagKey.HELP)) {
      Help.on(streams, environment).print(command);
      return ExitCode.COMPLETED;
    }
    return arguments.flagged(FlagKey.VERSION)
        ? VersionCommand.print(streams.out())
        : command.run(arguments, new Call(arguments, streams, interruption));
  }

  private ExitCode failed(Exception reason, ExitCode code) {
    String message = reason.getMessage() == null ? reason.toString() : reason.getMessage();
    new Notices(streams.err(), Notices.Loudness.ERRORS).error(message);
    if (args.contains(FlagKey.DEBUG.flag()) || environment.containsKey(FlagKey.DEBUG.variable())) {
      reason.printStackTrace(streams.err());
    }
    return interruption.raised().orElse(code);
  }
}
