package io.sluice.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.sluice.chat.Choice;
import io.sluice.chat.Completion;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.ToolCall;
import io.sluice.chat.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Translates answers of Sluice into langchain4j's. */
final class AnswerTranslation {

  private AnswerTranslation() {}

  /** The first choice of the answer, as far as it came. */
  static ChatResponse response(Completion answer) {
    Message message =
        answer.choice(0).map(Choice::message).orElseGet(Message.builder(Role.ASSISTANT)::build);
    return ChatResponse.builder().aiMessage(message(message)).metadata(metadata(answer)).build();
  }

  private static AiMessage message(Message message) {
    List<ToolCall> calls = new ArrayList<>(message.toolCalls());
    message.functionCall().ifPresent(calls::add);
    AiMessage.Builder answer =
        AiMessage.builder()
            .toolExecutionRequests(calls.stream().map(AnswerTranslation::call).toList())
            .attributes(KeptFields.of(message.asTurn(), calls));
    text(message).ifPresent(answer::text);
    message.reasoning().filter(thought -> !thought.isEmpty()).ifPresent(answer::thinking);
    return answer.build();
  }

  /** What the user is to see: the text, or the words of a refusal. */
  private static Optional<String> text(Message message) {
    String seen = message.content().orElse("") + message.refusal().orElse("");
    return Optional.of(seen).filter(text -> !text.isEmpty());
  }

  /** The call; one without arguments has an empty object, as langchain4j reads it. */
  private static ToolExecutionRequest call(ToolCall call) {
    ToolExecutionRequest.Builder request =
        ToolExecutionRequest.builder()
            .name(call.name())
            .arguments(call.arguments().isBlank() ? "{}" : call.arguments());
    Optional.of(call.id()).filter(id -> !id.isEmpty()).ifPresent(request::id);
    return request.build();
  }

  private static ChatResponseMetadata metadata(Completion answer) {
    ChatResponseMetadata.Builder<?> metadata = ChatResponseMetadata.builder();
    Optional.of(answer.id()).filter(id -> !id.isEmpty()).ifPresent(metadata::id);
    Optional.of(answer.model()).filter(name -> !name.isEmpty()).ifPresent(metadata::modelName);
    answer.usage().map(AnswerTranslation::usage).ifPresent(metadata::tokenUsage);
    answer
        .choice(0)
        .flatMap(Choice::finishReason)
        .map(AnswerTranslation::reason)
        .ifPresent(metadata::finishReason);
    return metadata.build();
  }

  private static TokenUsage usage(Usage usage) {
    return new TokenUsage(
        Math.toIntExact(usage.promptTokens()),
        Math.toIntExact(usage.completionTokens()),
        Math.toIntExact(usage.totalTokens()));
  }

  private static FinishReason reason(io.sluice.chat.FinishReason reason) {
    return switch (reason.meaning()) {
      case END -> FinishReason.STOP;
      case TOOLS -> FinishReason.TOOL_EXECUTION;
      case LENGTH -> FinishReason.LENGTH;
      case FILTER -> FinishReason.CONTENT_FILTER;
      default -> FinishReason.OTHER;
    };
  }
}
