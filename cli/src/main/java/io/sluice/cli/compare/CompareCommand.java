package io.sluice.cli.compare;

import io.sluice.chat.Message;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Help;
import io.sluice.cli.prompt.PromptOptions;
import io.sluice.cli.run.OutputFlags;
import io.sluice.cli.run.OutputOptions;
import io.sluice.cli.run.RequestCommand;
import io.sluice.cli.run.Sinks;
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
        new Example("sluice compare \"Name three rivers.\"", "streaming beside waiting"),
        new Example("sluice compare --temperatures 0,1.8 \"Write a haiku.\"", "cool beside wild"),
        new Example("sluice compare --models a,b --json \"Hello\"", "two models, as one object"));
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
    spec.addArgGroup(Axis.group());
    RequestCommand.addFlags(spec);
    spec.addArgGroup(OutputFlags.groupOfSeveral());
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Arguments arguments, Call call) throws IOException {
    CompareOptions options = CompareOptions.of(name(), arguments);
    OutputOptions output = options.output();
    DistinctPaths.check(output.sinks(), options.variants());
    Message prompt = options.prompt().read(call.streams());
    try (Sinks sinks = Sinks.of(output, call);
        Upstreams upstreams = Upstreams.open(options, sinks, call)) {
      List<PreparedRequest> asked = upstreams.ask(prompt);
      List<Compared> ended;
      try (ComparisonView view = ComparisonViews.of(call, options, asked)) {
        ended = new Comparison(call.interruption(), sinks, view).run(asked);
      }
      var report = new ComparisonReport(call, options);
      report.say(ended);
      return report.code(ended);
    }
  }
}
