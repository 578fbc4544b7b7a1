package io.sluice.cli.inspect;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Message;
import io.sluice.cli.archive.RunTokens;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.Help;
import io.sluice.cli.preview.DryRun;
import io.sluice.cli.prompt.PromptOptions;
import io.sluice.cli.record.RecordOption;
import io.sluice.cli.record.WireBlocks;
import io.sluice.cli.record.WireRecord;
import io.sluice.cli.run.AnswerPipeline;
import io.sluice.cli.run.OutputFlags;
import io.sluice.cli.run.RequestCommand;
import io.sluice.cli.run.RequestSession;
import io.sluice.cli.run.SchemaFiles;
import io.sluice.cli.run.Upstream;
import io.sluice.cli.settings.FlagKey;
import io.sluice.pipeline.PipelineResult;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Shows what a stream is made of. */
public final class InspectCommand implements RequestCommand {

  @Override
  public String name() {
    return "inspect";
  }

  @Override
  public String summary() {
    return "shows every chunk of an answer on a line";
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
            "before, its id, what it adds, the finish reason, the usage (prompt+completion=total)."
                + " A",
            "'!' marks a gap that stands out: a second, or three times the median of those before.",
            "");
    PromptOptions.addTo(spec);
    spec.addOption(Flag.value(FlagKey.LIMIT, "N", "show N chunks and count the rest"));
    spec.addOption(Flag.on(FlagKey.RAW, "show below each line the bytes it came with"));
    spec.addOption(RecordOption.flag());
    spec.addOption(DryRun.flag());
    RequestCommand.addFlags(spec);
    spec.addArgGroup(OutputFlags.groupBesides());
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Arguments arguments, Call call) throws IOException {
    InspectOptions options = InspectOptions.of(name(), arguments, new SchemaFiles(call.streams()));
    Optional<WireRecord> record = options.record().record(call.streams().out());
    Message prompt = options.prompt().read(call);
    try (var session =
        RequestSession.open(options.request(), options.connection(), options.output(), call)) {
      return inspect(prompt, record, session, options, call);
    }
  }

  private static ExitCode inspect(
      Message prompt,
      Optional<WireRecord> record,
      RequestSession session,
      InspectOptions options,
      Call call)
      throws IOException {
    Upstream upstream = session.upstream();
    ChatRequest request = options.request().request(upstream.model(), prompt);
    if (options.connection().dryRun()) {
      return DryRun.of(options.output(), call)
          .show(session, request, options.connection().stream());
    }
    Optional<WireBlocks> wire = options.wire() ? Optional.of(new WireBlocks()) : Optional.empty();
    var printing =
        new InspectSink(call.streams().out(), new InspectLine(call), wire, options.limit());
    var delivery =
        new AnswerPipeline(call, options.output(), session.sinks())
            .recording(record)
            .tapped(wire)
            .labelled(upstream.label(request));
    PipelineResult result =
        delivery.deliver(
            upstream.source(request), options.connection().stream(call.notices()), printing);
    var tokens = RunTokens.of(Optional.of(request), upstream.prices(options.output().prices()));
    return delivery.report(upstream.answerer(), tokens).end(result);
  }
}
