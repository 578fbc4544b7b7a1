package io.sluice.cli;

import io.sluice.cli.ask.AskCommand;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Command;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Help;
import io.sluice.cli.command.Interruption;
import io.sluice.cli.screen.Screen;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.Notices;
import io.sluice.cli.terminal.Streams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** The {@code sluice} command. */
public final class Main {
  private Main() {}

  /** Runs the command that {@code args} name and ends the process with its exit code. */
  public static void main(String[] args) {
    // Read once, when Guice is first touched: its other ways of loading warn on recent JDKs.
    System.setProperty("guice_custom_class_loading", "CHILD");
    if (sendsRequests(List.of(args))) {
      HeadStart.begin();
    }
    var interruption = new Interruption();
    Streams streams = Streams.ofProcess();
    // Nothing is under way that early, and the version should be told at once.
    if (args.length == 0 || !args[0].equals(FlagKey.VERSION.flag())) {
      Runnable clearing = () -> streams.screen().ifPresent(Screen::leave);
      Signals.deliver(interruption, Thread.currentThread(), clearing);
      streams.screen().ifPresent(screen -> Signals.onResize(screen::resized));
    }
    ExitCode code = run(List.of(args), System.getenv(), streams, interruption);
    System.exit(code.number());
  }

  /** Whether arguments that begin so will send a request, as far as the first one tells. */
  static boolean sendsRequests(List<String> args) {
    String first = args.isEmpty() ? "" : args.get(0);
    return !FlagKey.HELP.names().contains(first)
        && !FlagKey.VERSION.names().contains(first)
        && Commands.command(first).map(Command::sendsRequests).orElse(true);
  }

  /** The same within a process that goes on. Throws nothing: what goes wrong becomes a line. */
  static ExitCode run(
      List<String> args,
      Map<String, String> environment,
      Streams streams,
      Interruption interruption) {
    return run(args, environment, Path.of("").toAbsolutePath(), streams, interruption);
  }

  /** The same, with the settings that count in {@code folder}. */
  static ExitCode run(
      List<String> args,
      Map<String, String> environment,
      Path folder,
      Streams streams,
      Interruption interruption) {
    try {
      return dispatch(args, environment, folder, streams, interruption);
    } catch (UsageException unusable) {
      return failed(unusable, ExitCode.NOTHING_SENT, args, environment, streams);
    } catch (IOException | RuntimeException unexpected) {
      if (streams.out().closed()) {
        return ExitCode.STDOUT_CLOSED;
      }
      return failed(unexpected, ExitCode.FAILED, args, environment, streams);
    }
  }

  private static ExitCode dispatch(
      List<String> args,
      Map<String, String> environment,
      Path folder,
      Streams streams,
      Interruption interruption)
      throws IOException {
    String first = args.isEmpty() ? "" : args.get(0);
    if (first.equals(FlagKey.VERSION.flag())) {
      return version(streams);
    }
    if (FlagKey.HELP.names().contains(first)) {
      Help.printAll(Commands.commands(), streams.out());
      return ExitCode.COMPLETED;
    }
    Optional<Command> named = Commands.command(first);
    Command command = named.orElseGet(AskCommand::new);
    List<String> rest = named.isPresent() ? args.subList(1, args.size()) : args;
    return run(command, rest, environment, folder, streams, interruption);
  }

  private static ExitCode run(
      Command command,
      List<String> rest,
      Map<String, String> environment,
      Path folder,
      Streams streams,
      Interruption interruption)
      throws IOException {
    CommandSpec spec = command.spec();
    Arguments arguments = Arguments.parse(spec, rest, environment, folder);
    if (arguments.flagged(FlagKey.VERSION)) {
      return version(streams);
    }
    if (arguments.flagged(FlagKey.HELP)) {
      Help.print(spec, streams.out());
      return ExitCode.COMPLETED;
    }
    return command.run(Call.of(arguments, streams, interruption));
  }

  private static ExitCode version(Streams streams) throws IOException {
    streams.out().print("sluice " + Version.current() + "\n");
    return ExitCode.COMPLETED;
  }

  private static ExitCode failed(
      Exception reason,
      ExitCode code,
      List<String> args,
      Map<String, String> environment,
      Streams streams) {
    String message = reason.getMessage() == null ? reason.toString() : reason.getMessage();
    new Notices(streams.err(), Notices.Loudness.ERRORS).error(message);
    if (args.contains(FlagKey.DEBUG.flag()) || environment.containsKey(FlagKey.DEBUG.variable())) {
      reason.printStackTrace(streams.err());
    }
    return code;
  }
}
