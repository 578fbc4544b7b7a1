package io.sluice.cli.ask;

import io.sluice.chat.ChatRequest;
import io.sluice.cli.archive.ArchiveFlags;
import io.sluice.cli.archive.ArchivedConversation;
import io.sluice.cli.archive.Archiving;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Command;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.Help;
import io.sluice.cli.command.PromptText;
import io.sluice.cli.record.RecordFlag;
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
import io.sluice.pipeline.PipelineResult;
import io.sluice.stream.StreamOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Streams one answer. */
public final class AskCommand implements Command {
  @Override
  public String name() {
    return "ask";
  }

  @Override
  public String summary() {
    return "streams one answer";
  }

  @Override
  public boolean sendsRequests() {
    return true;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("sluice \"Write a haiku about coding.\"", "the answer, as it is made"),
        new Example("cat notes.txt | sluice \"Sum this up.\"", "what is piped in stands first"),
        new Example(
            "sluice --sink file:path=rivers.md \"Name three rivers.\"",
            "on the screen and in a file"),
        new Example("sluice --json -t 0 \"Name three rivers.\"", "one JSON object, for a program"));
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "[ask] PROMPT… [flags]");
    spec.addPositional(Flag.words("PROMPT", "the question; what is piped in stands before it"));
    spec.addOption(RecordFlag.option());
    spec.addArgGroup(RequestFlags.group());
    spec.addArgGroup(ConnectionFlags.group());
    spec.addArgGroup(TimeoutFlags.group());
    spec.addArgGroup(OutputFlags.group());
    spec.addArgGroup(ArchiveFlags.group());
    spec.addOption(Flag.on(FlagKey.VERSION, "show which version this is"));
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Call call) throws IOException {
    Output output = Output.of(call.arguments());
    StreamOptions options = ConnectionFlags.options(call);
    Optional<WireRecord> record = RecordFlag.of(call);
    String prompt = PromptText.of(call.arguments().words(), call.streams());
    try (Sinks sinks = Sinks.named(output.sinks(), call);
        Upstream upstream = Upstream.open(call, DialectFlag.of(call.arguments(), sinks))) {
      var archiving = Archiving.of(call, upstream.answerer().isServer());
      ArchivedConversation conversation = archiving.conversation();
      ChatRequest request = RequestFlags.request(call.arguments(), upstream, conversation, prompt);
      PipelineResult result =
          new AnswerPipeline(call, sinks)
              .recording(record)
              .labelled(upstream.label(request))
              .keptBy(pipeline -> archiving.addTo(pipeline, conversation))
              .deliver(upstream.source(request), options, output.owner());
      var report = new RunReport(call, upstream.answerer(), Optional.of(request));
      report.onStderr(result);
      if (output.owner() == Output.Owner.JSON) {
        report.onStdout(result);
      }
      return new ExitRules(call).of(result);
    }
  }
}
