package io.sluice.simulator.anthropic;

import io.sluice.simulator.chat.AnswerChoice;
import io.sluice.simulator.chat.AnswerChoice.MadeCall;
import io.sluice.simulator.chat.AnswerStamp;
import io.sluice.simulator.chat.ChatAsk;
import io.sluice.simulator.chat.Thinking.Display;
import io.sluice.simulator.json.BrokenJson;
import io.sluice.simulator.json.JsonFields;
import io.sluice.simulator.json.ParsedJson;
import io.sluice.simulator.json.WrittenJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes the objects of one message: itself, its blocks, and its end. Immutable. */
final class MessageFields {
  /** Stands for the signature of reasoning, which only the server that made it can read. */
  static final String SIGNATURE = "c2x1aWNlLW9mZmxpbmU=";

  private static final String STOP_SEQUENCE = "stop_sequence";

  private final AnswerStamp stamp;
  private final ChatAsk ask;

  MessageFields(AnswerStamp stamp, ChatAsk ask) {
    this.stamp = stamp;
    this.ask = ask;
  }

  /** Whether the text of reasoning is sent. */
  boolean showsReasoning() {
    return ask.thinking().filter(it -> it.display() == Display.SHOWN).isPresent();
  }

  /** The event that begins a message. */
  JsonFields start() {
    return start(stamp);
  }

  /** The event that begins a message of an answer. */
  static JsonFields start(AnswerStamp stamp) {
    JsonFields message = message(stamp, List.of()).with("stop_reason", ParsedJson.NULL);
    message.with(STOP_SEQUENCE, ParsedJson.NULL);
    return JsonFields.of("type", "message_start")
        .with("message", message.with("usage", usage(stamp, 0)));
  }

  /** The message with all that was said. */
  JsonFields whole(AnswerChoice choice) {
    return message(stamp, blocks(choice))
        .with("stop_reason", reason(choice))
        .with(STOP_SEQUENCE, stopSequence(choice))
        .with("usage", usage(stamp, choice.tokens()));
  }

  private static Object stopSequence(AnswerChoice choice) {
    return choice.stopText().map(Object.class::cast).orElse(ParsedJson.NULL);
  }

  private static JsonFields message(AnswerStamp stamp, List<JsonFields> content) {
    return JsonFields.of("id", "msg_" + stamp.id())
        .with("type", "message")
        .with("role", "assistant")
        .with("model", stamp.model())
        .with("content", content);
  }

  private static JsonFields usage(AnswerStamp stamp, int tokens) {
    return JsonFields.of("input_tokens", stamp.promptTokens()).with("output_tokens", tokens);
  }

  private List<JsonFields> blocks(AnswerChoice choice) {
    var blocks = new ArrayList<JsonFields>();
    if (!choice.reasoning().isEmpty()) {
      String shown = showsReasoning() ? choice.reasoning() : "";
      blocks.add(thinking(shown, SIGNATURE));
    }
    if (!choice.text().isEmpty()) {
      blocks.add(text(choice.text()));
    }
    for (MadeCall call : choice.calls()) {
      blocks.add(toolUse(call.id(), call.name(), input(call.arguments())));
    }
    return blocks;
  }

  /** Arguments that the bound on tokens has cut are no object. */
  private static Object input(String arguments) {
    try {
      ParsedJson.object(arguments.getBytes(StandardCharsets.UTF_8));
      return new WrittenJson(arguments);
    } catch (BrokenJson cut) {
      return JsonFields.none();
    }
  }

  static JsonFields text(String text) {
    return JsonFields.of("type", "text").with("text", text);
  }

  static JsonFields thinking(String text, String signature) {
    return JsonFields.of("type", "thinking").with("thinking", text).with("signature", signature);
  }

  static JsonFields toolUse(String id, String name, Object input) {
    return JsonFields.of("type", "tool_use").with("id", id).with("name", name).with("input", input);
  }

  /** The event that ends a message, without its usage. */
  static JsonFields stop(String reason, Object stopSequence) {
    JsonFields delta = JsonFields.of("stop_reason", reason).with(STOP_SEQUENCE, stopSequence);
    return JsonFields.of("type", "message_delta").with("delta", delta);
  }

  /** The event that ends the message. */
  static JsonFields stop(AnswerChoice choice) {
    return stop(reason(choice), stopSequence(choice))
        .with("usage", JsonFields.of("output_tokens", choice.tokens()));
  }

  private static String reason(AnswerChoice choice) {
    return switch (choice.end()) {
      case STOP -> choice.stopText().isPresent() ? STOP_SEQUENCE : "end_turn";
      case LENGTH -> "max_tokens";
      case CALLS, NAMED_CALL -> "tool_use";
    };
  }
}
