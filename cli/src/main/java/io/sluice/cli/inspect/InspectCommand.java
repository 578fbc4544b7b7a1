package io.sluice.cli.inspect;

import io.sluice.chat.ChatRequest;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Command;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.Help;
import io.sluice.cli.command.PromptText;
import io.sluice.cli.record.RecordFlag;
import io.sluice.cli.record.WireBlocks;
import io.sluice.cli.record.WireRecord;
import io.sluice.cli.run.AnswerPipeline;
import io.sluice.cli.run.ConnectionFlags;
import io.sluice.cli.run.DialectFlag;
import io.sluice.cli.run.ExitRules;
import io.sluice.cli.run.Output;
import io.sluice.cli.run.OutputFlags;
import io.sluice.cli.run.RequestFlags;
import io.sluice.cli.run.RunReport;
import io.sluice.cli.run.Sinks;
import io.sluice.cli.run.TimeoutFlags;
import io.sluice.cli.run.Upstream;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.pipeline.PipelineResult;
import io.sluice.plugin.SinkSpec;
import io.sluice.settings.SettingValue;
import io.sluice.stream.StreamOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Shows what a stream is made of. */
public final class InspectCommand implements Command {

  @Override
  public String name() {
    return "inspect";
  }

  @Override
  public String summary() {
    return "shows every chunk of an answer on a line";
  }

  @Override
  public boolean sendsRequests() {
    return true;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("sluice inspect \"Tell me a joke.\"", "what the stream is made of"),
        new Example("sluice inspect --limit 6 \"Tell me a joke.\"", "its beginning"));
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "inspect PROMPT… [flags]");
    spec.usageMessage()
        .description(
            "",
            "Shows every chunk of an answer on a line: its number, the milliseconds since the one",
            "before, its id, what it adds, the finish reason, the usage (prompt+completion=total). A",
            "'!' marks a gap that stands out: a second, or three times the median of those before.",
            "");
    spec.addPositional(Flag.words("PROMPT", "the question; what is piped in stands before it"));
    spec.addOption(Flag.value(FlagKey.LIMIT, "N", "show N chunks and count the rest"));
    spec.addOption(Flag.on(FlagKey.RAW, "show below each line the bytes it came with"));
    spec.addOption(RecordFlag.option());
    spec.addArgGroup(RequestFlags.group());
    spec.addArgGroup(ConnectionFlags.group());
    spec.addArgGroup(TimeoutFlags.group());
    spec.addArgGroup(OutputFlags.groupBesides());
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Call call) throws IOException {
    List<SinkSpec> named = Output.besides(name(), call.arguments());
    StreamOptions options = ConnectionFlags.options(call);
    Optional<WireBlocks> wire =
        call.arguments().on(FlagKey.RAW) ? Optional.of(new WireBlocks()) : Optional.empty();
    var printing =
        new InspectSink(call.streams().out(), new InspectLine(call), wire, limit(call.arguments()));
    Optional<WireRecord> record = RecordFlag.of(call);
    String prompt = PromptText.of(call.arguments().words(), call.streams());
    try (Sinks sinks = Sinks.named(named, call);
        Upstream upstream = Upstream.open(call, DialectFlag.of(call.arguments(), sinks))) {
      ChatRequest request = RequestFlags.request(call.arguments(), upstream.model(), prompt);
      PipelineResult result =
          new AnswerPipeline(call, sinks)
              .recording(record)
              .tapped(wire)
              .labelled(upstream.label(request))
              .deliver(upstream.source(request), options, printing);
      new RunReport(call, upstream.answerer(), Optional.of(request)).onStderr(result);
      return new ExitRules(call).of(result);
    }
  }

  private static long limit(Arguments arguments) {
    long limit = arguments.value(FlagKey.LIMIT).map(SettingValue::whole).orElse(Long.MAX_VALUE);
    if (limit < 0) {
      throw new UsageException("--limit is " + limit + "; use 0 or more");
    }
    return limit;
  }
}
