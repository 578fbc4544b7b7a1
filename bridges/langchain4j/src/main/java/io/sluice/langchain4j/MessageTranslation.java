package io.sluice.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.UnsupportedFeatureException;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.ToolCall;
import io.sluice.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Translates messages of langchain4j into Sluice's. */
final class MessageTranslation {

  private MessageTranslation() {}

  /**
   * The message in Sluice's terms. What a model thought aloud stays out, since servers refuse it.
   *
   * @throws UnsupportedFeatureException if it is a custom message, or has content that cannot be
   *     sent
   */
  static Message message(ChatMessage message) {
    if (message instanceof SystemMessage system) {
      return Message.system(system.text());
    }
    if (message instanceof UserMessage user) {
      return user(user);
    }
    if (message instanceof AiMessage answer) {
      return answer(answer);
    }
    if (message instanceof ToolExecutionResultMessage result) {
      return result(result);
    }
    throw new UnsupportedFeatureException(
        "messages of the type " + message.type() + " are not supported");
  }

  private static Message user(UserMessage user) {
    Message.Builder message = Message.builder(Role.USER);
    contents(message, user.contents());
    Optional.ofNullable(user.name()).ifPresent(name -> message.with("name", JsonWriter.json(name)));
    return message.build();
  }

  private static Message result(ToolExecutionResultMessage result) {
    Message.Builder message = Message.builder(Role.TOOL);
    Optional.ofNullable(result.id()).ifPresent(message::toolCallId);
    contents(message, result.contents());
    return message.build();
  }

  /** One text is sent as such, since not every server takes parts. */
  private static void contents(Message.Builder message, List<Content> contents) {
    if (contents.size() == 1 && contents.get(0) instanceof TextContent only) {
      message.content(only.text());
    } else {
      message.with("content", array(contents.stream().map(TranslatedContent::json)));
    }
  }

  private static Message answer(AiMessage answer) {
    var kept = new KeptFields(answer.attributes());
    Message.Builder message = Message.builder(Role.ASSISTANT);
    Optional.ofNullable(answer.text()).ifPresent(message::content);
    List<ToolCall> calls = new ArrayList<>();
    for (ToolExecutionRequest call : answer.toolExecutionRequests()) {
      calls.add(
          new ToolCall(
              Optional.ofNullable(call.id()).orElse(""),
              call.name(),
              Optional.ofNullable(call.arguments()).orElse("{}"),
              kept.ofCall(calls.size())));
    }
    return message.toolCalls(calls).other(kept.ofMessage()).build();
  }

  /** A JSON array of these values. */
  static Json array(Stream<Json> elements) {
    return new Json(elements.map(Json::text).collect(Collectors.joining(",", "[", "]")));
  }
}
