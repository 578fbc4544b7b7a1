package io.sluice.cli;

import io.sluice.cli.command.Command;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Interruption;
import io.sluice.cli.screen.Screen;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.terminal.StandardStreams;
import java.nio.file.Path;
import java.util.List;

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
    StandardStreams streams = StandardStreams.ofProcess();
    // Nothing is under way that early, and the version should be told at once.
    if (args.length == 0 || !args[0].equals(FlagKey.VERSION.flag())) {
      Runnable clearing =
          () -> {
            streams.screen().ifPresent(Screen::leave);
            streams.keyboard().leave();
          };
      Signals.deliver(interruption, Thread.currentThread(), clearing);
      streams.screen().ifPresent(screen -> Signals.onResize(screen::resized));
    }
    Path folder = Path.of("").toAbsolutePath();
    var invocation = new Invocation(List.of(args), System.getenv(), folder, streams, interruption);
    ExitCode code = invocation.run();
    streams.keyboard().leave();
    System.exit(code.number());
  }

  /** Whether arguments that begin so will send a request, as far as the first one tells. */
  static boolean sendsRequests(List<String> args) {
    String first = args.isEmpty() ? "" : args.get(0);
    return !FlagKey.HELP.names().contains(first)
        && !FlagKey.VERSION.names().contains(first)
        && Commands.command(first).map(Command::sendsRequests).orElse(true);
  }
}
