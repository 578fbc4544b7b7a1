package io.sluice.cli.chat;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Choice;
import io.sluice.chat.Message;
import io.sluice.cli.archive.ArchivedConversation;
import io.sluice.cli.archive.Archiving;
import io.sluice.cli.archive.RunTokens;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.run.AnswerPipeline;
import io.sluice.cli.run.OutputOptions;
import io.sluice.cli.run.RequestSession;
import io.sluice.cli.run.Sinks;
import io.sluice.cli.run.Upstream;
import io.sluice.cli.settings.UsageException;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.stream.StreamOptions;
import java.io.IOException;
import java.util.Optional;

/** Gets the answers of a conversation, each to the screen, the sinks and the archive. */
final class ChatAnswers {
  private final Call call;
  private final OutputOptions output;
  private final Sinks sinks;
  private final Upstream upstream;
  private final StreamOptions stream;
  private final Archiving archiving;
  private ArchivedConversation archived;

  ChatAnswers(
      Call call,
      ChatOptions options,
      RequestSession session,
      Archiving archiving,
      ArchivedConversation archived) {
    this.call = call;
    this.output = options.output();
    this.sinks = session.sinks();
    this.upstream = session.upstream();
    this.stream = options.connection().stream(call.notices());
    this.archiving = archiving;
    this.archived = archived;
  }

  /**
   * Refuses at once what the first question would be refused for.
   *
   * @throws UsageException in one line
   */
  void check() {
    sinks.addTo(Pipeline.ofSources());
  }

  /** The model that answers, and where to find help. */
  String greeting(Conversation conversation) {
    String source = upstream.label(conversation.request()).text();
    String going =
        conversation.earlier().isEmpty()
            ? ""
            : " · goes on after " + conversation.earlier().size() + " messages";
    return source + going + " · /help lists what you can type, Ctrl-D leaves";
  }

  /**
   * Asks, and adds what came to the conversation.
   *
   * @throws IOException if it cannot write to stdout
   */
  ExitCode ask(Conversation conversation, Question question) throws IOException {
    ChatRequest request = conversation.asking(question);
    var tokens = RunTokens.of(Optional.of(request), upstream.prices(output.prices()));
    var delivery =
        new AnswerPipeline(call, output, sinks)
            .labelled(upstream.label(request))
            .keptBy(pipeline -> archiving.addTo(pipeline, archived, tokens));
    PipelineResult result = delivery.deliver(upstream.source(request), stream);
    Optional<Message> answer =
        result.completion().choice(0).map(Choice::message).flatMap(ArchivedConversation::sendable);
    conversation.answered(question, answer, result.outcome().status());
    return delivery.report(upstream.answerer(), tokens).end(result);
  }

  /**
   * The conversation was taken back: the archive is to go on from what is left.
   *
   * @throws IOException in one line, if that cannot be noted
   */
  void tookBack(Conversation conversation) throws IOException {
    archiving.takeBack(archived, conversation.length());
  }

  /** What is said from now on belongs to another conversation. */
  void beginAnew() {
    archived = ArchivedConversation.begun();
  }
}
