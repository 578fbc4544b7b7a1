package io.sluice.cli.compare;

import io.sluice.cli.command.Call;
import io.sluice.cli.command.Command;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.Help;
import io.sluice.cli.command.PromptText;
import io.sluice.cli.run.ConnectionFlags;
import io.sluice.cli.run.DialectFlag;
import io.sluice.cli.run.Output;
import io.sluice.cli.run.OutputFlags;
import io.sluice.cli.run.RequestFlags;
import io.sluice.cli.run.Sinks;
import io.sluice.cli.run.TimeoutFlags;
import io.sluice.plugin.SinkSpec;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Shows several answers to one prompt beside each other. */
public final class CompareCommand implements Command {
  @Override
  public String name() {
    return "compare";
  }

  @Override
  public String summary() {
    return "shows several answers side by side, and what each of them took";
  }

  @Override
  public boolean sendsRequests() {
    return true;
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
    spec.addPositional(Flag.words("PROMPT", "the question; what is piped in stands before it"));
    spec.addArgGroup(Axis.group());
    spec.addArgGroup(RequestFlags.group());
    spec.addArgGroup(ConnectionFlags.group());
    spec.addArgGroup(TimeoutFlags.group());
    spec.addArgGroup(OutputFlags.groupOfSeveral());
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Call call) throws IOException {
    List<SinkSpec> named = Output.besides(name(), call.arguments());
    List<Variant> variants = Variant.of(call);
    DistinctPaths.check(named, variants);
    String prompt = PromptText.of(call.arguments().words(), call.streams());
    try (Sinks sinks = Sinks.named(named, call);
        Upstreams upstreams = Upstreams.open(variants, DialectFlag.of(call.arguments(), sinks))) {
      List<PreparedRequest> asked = upstreams.ask(prompt);
      List<Compared> ended;
      try (ComparisonView stage = ComparisonViews.of(call, asked, named)) {
        ended = new Comparison(call.interruption(), sinks, stage).run(asked);
      }
      var report = new ComparisonReport(call);
      report.say(ended);
      return report.code(ended);
    }
  }
}
