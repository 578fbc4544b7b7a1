package io.sluice.cli.compare;

import io.sluice.chat.Message;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Help;
import io.sluice.cli.preview.DryRun;
import io.sluice.cli.prompt.PromptOptions;
import io.sluice.cli.run.OutputFlags;
import io.sluice.cli.run.OutputOptions;
import io.sluice.cli.run.RequestCommand;
import io.sluice.cli.run.SchemaFiles;
import io.sluice.cli.run.Sinks;
import io.sluice.cli.terminal.Keyboard;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Shows several answers to one prompt beside each other. */
public final class CompareCommand implements RequestCommand {
  @Override
  public String name() {
    return "compare";
  }

  @Override
  public String summary() {
    return "shows several answers side by side, and what each of them took";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("sluice compare \"Name three rivers.\"", "streaming and waiting"),
        new Example("sluice compare --temperatures 0,1.8 \"Write a haiku.\"", "cool and wild"),
        new Example("sluice compare --models a,b --json \"Hello\"", "as one JSON object"));
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "compare PROMPT… [flags]");
    spec.usageMessage()
        .description(
            "",
            "Sends one prompt several times at once and shows the answers side by side: streaming",
            "beside waiting for the whole answer, or several models, temperatures or servers. The",
            "times of the table below them are counted from the moment the first request was sent.",
            "In a pipe, in a narrow terminal and beside further sinks, the answers come one after",
            "the other.",
            "");
    PromptOptions.addTo(spec);
    spec.addOption(DryRun.flag());
    spec.addArgGroup(Axis.group());
    RequestCommand.addFlags(spec);
    spec.addArgGroup(OutputFlags.groupOfSeveral());
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Arguments arguments, Call call) throws IOException {
    CompareOptions options = CompareOptions.of(name(), arguments, new SchemaFiles(call.streams()));
    OutputOptions output = options.output();
    DistinctPaths.check(output.sinks(), options.variants());
    Message prompt = options.prompt().read(call);
    try (Sinks sinks = Sinks.of(output, call);
        Upstreams upstreams = Upstreams.open(options, sinks, call)) {
      List<PreparedRequest> asked = upstreams.ask(prompt);
      if (options.dryRun()) {
        return show(asked, options, sinks, call);
      }
      Keyboard.Hold keys = call.streams().answering();
      List<Compared> ended;
      try (ComparisonView view = ComparisonViews.of(call, options, asked)) {
        ended = new Comparison(call.interruption(), sinks, view, output.prices()).run(asked);
      } finally {
        keys.close();
      }
      var report = new ComparisonReport(call, options);
      report.say(ended);
      return report.code(ended);
    }
  }

  private static ExitCode show(
      List<PreparedRequest> all, CompareOptions options, Sinks sinks, Call call)
      throws IOException {
    DryRun text = DryRun.of(options.output(), call);
    DryRun dryRun = options.json() ? text.asJson() : text;
    dryRun.check(sinks);
    for (PreparedRequest asked : all) {
      dryRun.show(asked.variant().label(), asked.upstream(), asked.request(), asked.options());
    }
    return ExitCode.COMPLETED;
  }
}
