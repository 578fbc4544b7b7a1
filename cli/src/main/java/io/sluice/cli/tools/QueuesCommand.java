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

/** Lists the queues that batches can take rows from. */
public final class QueuesCommand implements Command {
  @Override
  public String name() {
    return "queues";
  }

  @Override
  public String summary() {
    return "lists the queues that a batch can take rows from, and their options";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("sluice queues", "all of them"),
        new Example("sluice queues --no-plugins", "those that are built in"));
  }

  @Override
  public CommandSpec spec() {
    return ExtensionOptions.spec(this, "queue");
  }

  @Override
  public ExitCode run(Arguments arguments, Call call) throws IOException {
    return new ExtensionList(PluginKind.QUEUE, Plugins::queueDescription).print(arguments, call);
  }
}
