package io.sluice.cli;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Command;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Help;
import io.sluice.cli.terminal.StandardOutput;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Prints which version of Sluice this is. */
final class VersionCommand implements Command {
  @Override
  public String name() {
    return "version";
  }

  @Override
  public String summary() {
    return "prints which version this is";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("sluice version", "for a report of an error"),
        new Example("sluice --version", "the same"));
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "version");
    spec.usageMessage().footer(new String[0]);
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Arguments arguments, Call call) throws IOException {
    arguments.noWords();
    return print(call.streams().out());
  }

  /** Prints it, whatever else was asked for. */
  static ExitCode print(StandardOutput out) throws IOException {
    out.print("sluice " + Version.current() + "\n");
    return ExitCode.COMPLETED;
  }
}
