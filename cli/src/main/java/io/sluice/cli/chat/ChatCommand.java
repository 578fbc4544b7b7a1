package io.sluice.cli.chat;

import io.sluice.cli.archive.ArchiveOptions;
import io.sluice.cli.archive.ArchivedConversation;
import io.sluice.cli.archive.Archiving;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Help;
import io.sluice.cli.preview.DryRun;
import io.sluice.cli.run.OutputFlags;
import io.sluice.cli.run.OutputOptions;
import io.sluice.cli.run.RequestCommand;
import io.sluice.cli.run.RequestSession;
import io.sluice.cli.run.SchemaFiles;
import io.sluice.cli.run.Upstream;
import io.sluice.settings.XdgFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A conversation. */
public final class ChatCommand implements RequestCommand {
  @Override
  public String name() {
    return "chat";
  }

  @Override
  public String summary() {
    return "a conversation, in which each question knows what went before";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("sluice chat", "until Ctrl-D; /help says more"),
        new Example("sluice chat -s \"Be brief.\" -t 0", "with instructions"),
        new Example("printf 'Hello!\\nAnd again.\\n' | sluice chat", "a turn for each line"));
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "chat [flags]");
    spec.usageMessage()
        .description(
            "",
            "A conversation, in which each question knows what went before. /help lists what else",
            "can be typed. Ctrl-C stops an answer and keeps what came; Ctrl-D leaves. What is"
                + " piped",
            "in is a question a line.",
            "");
    RequestCommand.addFlags(spec);
    spec.addArgGroup(OutputFlags.group());
    spec.addArgGroup(ArchiveOptions.flags());
    spec.addOption(OptionSpec.builder(DryRun.flag()).hidden(true).build());
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Arguments arguments, Call call) throws IOException {
    ChatOptions options = ChatOptions.of(arguments, new SchemaFiles(call.streams()));
    try (var session =
        RequestSession.open(options.request(), options.connection(), options.output(), call)) {
      Upstream upstream = session.upstream();
      var archiving = Archiving.of(options.archive(), upstream.answerer().isServer(), call);
      ArchivedConversation archived = archiving.conversation();
      var conversation = new Conversation(options.request().request(upstream, archived));
      var answers = new ChatAnswers(call, options, session, archiving, archived);
      answers.check();
      return converse(call, conversation, answers, options);
    }
  }

  private static ExitCode converse(
      Call call, Conversation conversation, ChatAnswers answers, ChatOptions options)
      throws IOException {
    OutputOptions output = options.output();
    if (!call.streams().terminals().in()) {
      try (var piped = new PipedChatInput(call.streams().in(), call.notices())) {
        return new ChatLoop(call, conversation, answers, output, piped).run();
      }
    }
    call.interruption().converse();
    Optional<Path> memory =
        XdgFolders.state(call.environment())
            .filter(folder -> !Archiving.isDeclined(options.archive(), call));
    try (var typed = TerminalChatInput.open(call, memory)) {
      call.notices().notice(answers.greeting(conversation));
      return new ChatLoop(call, conversation, answers, output, typed).run();
    }
  }
}
