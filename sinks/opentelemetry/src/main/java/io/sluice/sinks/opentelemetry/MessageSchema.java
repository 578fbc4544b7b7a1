package io.sluice.sinks.opentelemetry;

import io.sluice.chat.Choice;
import io.sluice.chat.FinishReason;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.Tool;
import io.sluice.chat.ToolCall;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes messages, tools and instructions as JSON of the schemas that the conventions publish for
 * {@code gen_ai.input.messages}, {@code gen_ai.output.messages}, {@code gen_ai.tool.definitions}
 * and {@code gen_ai.system_instructions}. Of pictures and files only the kind is told.
 */
final class MessageSchema {

  private final ContentText texts;

  MessageSchema(ContentText texts) {
    this.texts = texts;
  }

  /** The messages of the request, instructions of the system apart. */
  String input(List<Message> messages) {
    return list(messages.stream().filter(message -> !instructs(message)), this::message);
  }

  /** The instructions of the system; empty if there are none. */
  Optional<String> instructions(List<Message> messages) {
    List<Message> said = messages.stream().filter(MessageSchema::instructs).toList();
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(list(said.stream().flatMap(message -> parts(message).stream()), this::part));
  }

  /** The choices of the answer. */
  String output(List<Choice> choices) {
    return list(
        choices.stream(),
        (json, choice) -> {
          message(json, choice.message());
          choice
              .finishReason()
              .map(FinishReason::value)
              .ifPresent(finish -> json.field("finish_reason", finish));
        });
  }

  /** The tools of the request; empty if there are none. */
  Optional<String> tools(List<Tool> tools) {
    return tools.isEmpty()
        ? Optional.empty()
        : Optional.of(
            list(
                tools.stream(),
                (json, tool) ->
                    json.field("type", "function")
                        .field("name", tool.name())
                        .field("description", texts.of(tool.description()))
                        .field("parameters", tool.parameters())));
  }

  private void message(JsonWriter json, Message message) {
    json.field("role", message.role().value()).objects("parts", parts(message), this::part);
  }

  private void part(JsonWriter json, Consumer<JsonWriter> part) {
    part.accept(json);
  }

  private List<Consumer<JsonWriter>> parts(Message message) {
    List<Consumer<JsonWriter>> parts = new ArrayList<>();
    message.reasoning().ifPresent(thought -> parts.add(text("reasoning", thought)));
    if (message.toolCallId().isPresent()) {
      parts.add(response(message.toolCallId().get(), message.content().orElse("")));
    } else {
      message.content().ifPresent(said -> parts.add(text("text", said)));
    }
    message.refusal().ifPresent(said -> parts.add(text("text", said)));
    Optional.ofNullable(message.other().get("content"))
        .map(content -> JsonValue.read(content.text()))
        .flatMap(JsonValue::elements)
        .ifPresent(elements -> elements.forEach(each -> parts.add(element(each))));
    Stream.concat(message.toolCalls().stream(), message.functionCall().stream())
        .forEach(call -> parts.add(call(call)));
    return parts;
  }

  private Consumer<JsonWriter> text(String type, String said) {
    return json -> json.field("type", type).field("content", texts.of(said));
  }

  private Consumer<JsonWriter> element(JsonValue part) {
    Optional<JsonObject> object = part.object();
    Optional<String> said = object.flatMap(each -> each.string("text"));
    String type = object.flatMap(each -> each.string("type")).orElse("unknown");
    return said.isPresent() ? text("text", said.get()) : json -> json.field("type", type);
  }

  private Consumer<JsonWriter> response(String id, String result) {
    return json ->
        json.field("type", "tool_call_response")
            .field("id", id)
            .field("response", texts.of(result));
  }

  private Consumer<JsonWriter> call(ToolCall call) {
    return json ->
        json.field("type", "tool_call")
            .field("id", call.id())
            .field("name", call.name())
            .field("arguments", texts.of(call.arguments()));
  }

  private static boolean instructs(Message message) {
    return message.role().equals(Role.SYSTEM) || message.role().equals(Role.DEVELOPER);
  }

  private static <T> String list(Stream<T> all, BiConsumer<JsonWriter, T> members) {
    return all.map(each -> JsonWriter.object(json -> members.accept(json, each)))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
