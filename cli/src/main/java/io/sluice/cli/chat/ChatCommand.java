package io.sluice.cli.chat;

import io.sluice.chat.ChatRequest;
import io.sluice.cli.archive.ArchiveFlags;
import io.sluice.cli.archive.ArchivedConversation;
import io.sluice.cli.archive.Archiving;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Command;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Help;
import io.sluice.cli.run.ConnectionFlags;
import io.sluice.cli.run.DialectFlag;
import io.sluice.cli.run.Output;
import io.sluice.cli.run.OutputFlags;
import io.sluice.cli.run.RequestFlags;
import io.sluice.cli.run.Sinks;
import io.sluice.cli.run.TimeoutFlags;
import io.sluice.cli.run.Upstream;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.SettingValue;
import io.sluice.settings.XdgFolders;
import io.sluice.stream.StreamOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** A conversation. */
public final class ChatCommand implements Command {
  @Override
  public String name() {
    return "chat";
  }

  @Override
  public String summary() {
    return "a conversation, in which each question knows what went before";
  }

  @Override
  public boolean sendsRequests() {
    return true;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("sluice chat", "until Ctrl-D; /help lists what else can be said"),
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
            "can be typed. Ctrl-C stops an answer and keeps what came; Ctrl-D leaves. What is piped",
            "in is a question a line.",
            "");
    spec.addArgGroup(RequestFlags.group());
    spec.addArgGroup(ConnectionFlags.group());
    spec.addArgGroup(TimeoutFlags.group());
    spec.addArgGroup(OutputFlags.group());
    spec.addArgGroup(ArchiveFlags.group());
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Call call) throws IOException {
    refuseWords(call.arguments());
    Output output = Output.of(call.arguments());
    StreamOptions options = ConnectionFlags.options(call);
    try (Sinks sinks = Sinks.named(output.sinks(), call);
        Upstream upstream = Upstream.open(call, DialectFlag.of(call.arguments(), sinks))) {
      var archiving = Archiving.of(call, upstream.answerer().isServer());
      ArchivedConversation archived = archiving.conversation();
      ChatRequest settings = RequestFlags.request(call.arguments(), upstream, archived);
      var answering =
          new ChatAnswers(call, sinks, upstream, options, output.owner(), archiving, archived);
      answering.check();
      return converse(call, new Conversation(settings), answering, output);
    }
  }

  private static ExitCode converse(
      Call call, Conversation conversation, ChatAnswers answering, Output output)
      throws IOException {
    if (!call.streams().terminals().in()) {
      try (var piped = new PipedChatInput(call.streams().in())) {
        return new ChatLoop(call, conversation, answering, output, piped).run();
      }
    }
    call.interruption().converse();
    Optional<Path> memory =
        XdgFolders.state(call.arguments().environment())
            .filter(folder -> !Archiving.isDeclined(call.arguments()));
    try (var typed = TerminalChatInput.open(call, memory)) {
      call.notices().notice(answering.greeting(conversation));
      return new ChatLoop(call, conversation, answering, output, typed).run();
    }
  }

  private static void refuseWords(Arguments arguments) {
    arguments.noWords();
    if (arguments.value(FlagKey.CHOICES).map(SettingValue::count).orElse(1) > 1) {
      throw new UsageException("a conversation goes on from one answer; leave out --choices");
    }
  }
}
