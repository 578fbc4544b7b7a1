package io.sluice.cli.tools;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Command;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.plugin.PluginKind;
import io.sluice.plugin.Plugins;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Lists the sinks there are. */
public final class SinksCommand implements Command {
  @Override
  public String name() {
    return "sinks";
  }

  @Override
  public String summary() {
    return "lists the sinks there are, where they come from, and their options";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("sluice sinks", "all of them"),
        new Example("sluice sinks file", "one, with its options"));
  }

  @Override
  public CommandSpec spec() {
    return ExtensionOptions.spec(this, "sink");
  }

  @Override
  public ExitCode run(Arguments arguments, Call call) throws IOException {
    return new ExtensionList(PluginKind.SINK, Plugins::description).print(arguments, call);
  }
}
