package io.sluice.cli.ask;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Message;
import io.sluice.cli.archive.ArchiveOptions;
import io.sluice.cli.archive.ArchivedConversation;
import io.sluice.cli.archive.Archiving;
import io.sluice.cli.archive.RunTokens;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.Help;
import io.sluice.cli.command.PromptText;
import io.sluice.cli.preview.DryRun;
import io.sluice.cli.prompt.PromptOptions;
import io.sluice.cli.record.RecordOption;
import io.sluice.cli.record.WireRecord;
import io.sluice.cli.run.AnswerPipeline;
import io.sluice.cli.run.OutputFlags;
import io.sluice.cli.run.RequestCommand;
import io.sluice.cli.run.RequestOptions;
import io.sluice.cli.run.RequestSession;
import io.sluice.cli.run.SchemaFiles;
import io.sluice.cli.run.Upstream;
import io.sluice.cli.settings.FlagKey;
import io.sluice.pipeline.PipelineResult;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Streams one answer. */
public final class AskCommand implements RequestCommand {
  @Override
  public String name() {
    return "ask";
  }

  @Override
  public String summary() {
    return "streams one answer";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("sluice \"Write a haiku about coding.\"", "as it is made"),
        new Example("cat notes.txt | sluice \"Sum this up.\"", "piped text first"),
        new Example(
            "sluice --sink file:path=rivers.md \"Name three rivers.\"", "to a file as well"),
        new Example("sluice --json -t 0 \"Name three rivers.\"", "one JSON object"));
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "[ask] PROMPT… [flags]");
    PromptOptions.addTo(spec);
    spec.addOption(PromptOptions.messagesFlag());
    spec.addOption(RecordOption.flag());
    spec.addOption(DryRun.flag());
    RequestCommand.addFlags(spec);
    spec.addArgGroup(OutputFlags.group());
    spec.addArgGroup(ArchiveOptions.flags());
    spec.addOption(Flag.on(FlagKey.VERSION, "show which version this is"));
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Arguments arguments, Call call) throws IOException {
    AskOptions options = AskOptions.of(arguments, new SchemaFiles(call.streams()));
    Optional<WireRecord> record = options.record().record(call.streams().out());
    Optional<ChatRequest> begun = options.prompt().begun(call.streams());
    Optional<Message> prompt = options.prompt().added(call);
    if (prompt.isEmpty() && begun.filter(request -> !request.messages().isEmpty()).isEmpty()) {
      throw PromptText.empty();
    }
    RequestOptions asked = begun.map(options.request()::over).orElse(options.request());
    try (var session = RequestSession.open(asked, options.connection(), options.output(), call)) {
      return ask(asked, prompt, record, session, options, call);
    }
  }

  private static ExitCode ask(
      RequestOptions asked,
      Optional<Message> prompt,
      Optional<WireRecord> record,
      RequestSession session,
      AskOptions options,
      Call call)
      throws IOException {
    Upstream upstream = session.upstream();
    var archiving = Archiving.of(options.archive(), upstream.answerer().isServer(), call);
    ArchivedConversation conversation = archiving.conversation();
    ChatRequest.Builder asking = asked.request(upstream, conversation).toBuilder();
    prompt.ifPresent(asking::message);
    ChatRequest request = asking.build();
    if (options.connection().dryRun()) {
      return DryRun.of(options.output(), call)
          .show(session, request, options.connection().stream());
    }
    var tokens = RunTokens.of(Optional.of(request), upstream.prices(options.output().prices()));
    var delivery =
        new AnswerPipeline(call, options.output(), session.sinks())
            .recording(record)
            .labelled(upstream.label(request))
            .keptBy(pipeline -> archiving.addTo(pipeline, conversation, tokens));
    PipelineResult result =
        delivery.deliver(upstream.source(request), options.connection().stream(call.notices()));
    return delivery.report(upstream.answerer(), tokens).end(result);
  }
}
