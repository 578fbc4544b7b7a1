package io.sluice.cli.completion;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Command;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.Help;
import io.sluice.cli.run.OutputFlags;
import io.sluice.cli.run.PluginOptions;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** Prints a script with which a shell completes what is typed. */
public final class CompletionCommand implements Command {
  private final Supplier<List<Command>> commands;

  /**
   * Completes these commands, the first of which needs no name.
   *
   * @param commands asked when the script is made, since this command is one of them
   */
  public CompletionCommand(Supplier<List<Command>> commands) {
    this.commands = commands;
  }

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public String summary() {
    return "prints a script that completes commands, flags and values";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("eval \"$(sluice completion bash)\"", "for this shell, or in ~/.bashrc"),
        new Example("sluice completion zsh > _sluice", "into a folder of $fpath"),
        new Example("sluice completion fish > sluice.fish", "into ~/.config/fish/completions"));
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "completion " + String.join("|", Shell.names()) + " [flags]");
    spec.usageMessage()
        .description(
            "",
            "Prints a script that completes commands, flags and values. It holds the sinks, dialects",
            "and endpoints that are there now; make it anew when there are others.",
            "");
    spec.addPositional(Flag.words("SHELL", "which shell", Shell.names()));
    spec.addOption(PluginOptions.jarFlag());
    spec.addOption(PluginOptions.noneFlag());
    spec.addOption(OutputFlags.debug());
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Arguments arguments, Call call) throws IOException {
    CompletionOptions options = CompletionOptions.of(arguments, call);
    var model = CompletionModel.of(commands.get(), options, call.notices());
    call.streams().out().print(options.shell().script(model));
    return ExitCode.COMPLETED;
  }
}
