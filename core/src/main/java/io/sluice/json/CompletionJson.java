package io.sluice.json;

import io.sluice.accumulate.CompletionAccumulator;
import io.sluice.chat.Choice;
import io.sluice.chat.Completion;
import io.sluice.chat.FinishReason;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes completions in the form of OpenAI's {@code chat.completion}. Unmodelled fields keep their
 * place; one whose name the form already has is left out. If no choice was received, one with an
 * empty message is written, so that a reader always finds the same members. Content is null in a
 * choice that has content of other kinds, such as tool calls, but no visible text.
 */
public final class CompletionJson {

  /** The members of a completion and of a chunk that the shape has. */
  static final Set<String> OF_COMPLETION =
      Set.of("id", "object", "created", "model", "choices", "usage");

  /** The members of a choice that the shape has, whole or in pieces. */
  static final Set<String> OF_CHOICE = Set.of("index", "message", "delta", "finish_reason");

  /** The members of a message and of a delta that the shape has. */
  static final Set<String> OF_MESSAGE =
      Set.of("role", "content", "reasoning_content", "refusal", "tool_calls", "function_call");

  private static final Choice NOTHING =
      new Choice(0, Message.of(Role.ASSISTANT, ""), Optional.empty(), Map.of());

  private CompletionJson() {}

  /** Writes one object on one line. */
  public static String write(Completion completion) {
    return write(completion, Map.of());
  }

  /**
   * Writes one object on one line, with more members; they take precedence over unmodelled fields
   * of the same name.
   */
  public static String write(Completion completion, Map<String, Json> more) {
    return JsonWriter.object(
        text -> {
          head(text, "chat.completion", completion)
              .objects("choices", choices(completion), CompletionJson::choice);
          completion.usage().ifPresent(usage -> text.field("usage", UsageJson.write(usage)));
          Set<String> taken = new HashSet<>(OF_COMPLETION);
          taken.addAll(more.keySet());
          others(text, completion.other(), taken);
          more.forEach(text::field);
        });
  }

  /**
   * Reads a completion, as forgivingly as the answer of a server is read that comes in one piece.
   * What was written is read as it was, but for content that is empty, which is null there.
   *
   * @throws MalformedJsonException in one line, if the text is no JSON object (with the character
   *     at which reading stopped, from 1), or has no choices
   */
  public static Completion read(String text) {
    var folded = new CompletionAccumulator();
    try {
      if (JsonObject.read(text).elements("choices").isEmpty()) {
        throw new MalformedJsonException("a completion without choices");
      }
      folded.add(new ChunkReader().read(text, Duration.ZERO, remark -> {}));
    } catch (MalformedJsonException malformed) {
      throw malformed.in(text);
    }
    return folded.result();
  }

  /** Writes what an object of that type, a completion or a chunk, begins with. */
  static JsonWriter head(JsonWriter text, String type, Completion completion) {
    return text.field("id", completion.id())
        .field("object", type)
        .field("created", completion.created().map(Instant::getEpochSecond).orElse(0L))
        .field("model", completion.model());
  }

  private static List<Choice> choices(Completion completion) {
    return completion.choices().isEmpty()
        ? List.of(NOTHING)
        : completion.choices().stream().map(CompletionJson::nullWhereNothingIsVisible).toList();
  }

  /** Servers use null or an empty string for text that was never sent; the form requires null. */
  private static Choice nullWhereNothingIsVisible(Choice choice) {
    boolean visible = choice.message().content().filter(text -> !text.isEmpty()).isPresent();
    return visible ? choice : choice.message(choice.message().toBuilder().withoutContent().build());
  }

  private static void choice(JsonWriter text, Choice choice) {
    text.field("index", (long) choice.index())
        .object("message", message -> message(message, choice.message()));
    Optional<String> reason = choice.finishReason().map(FinishReason::value);
    reason.ifPresentOrElse(
        word -> text.field("finish_reason", word), () -> text.nothing("finish_reason"));
    others(text, choice.other(), OF_CHOICE);
  }

  private static void message(JsonWriter text, Message message) {
    text.field("role", message.role().value());
    message
        .content()
        .ifPresentOrElse(words -> text.field("content", words), () -> text.nothing("content"));
    text.field("reasoning_content", message.reasoning()).field("refusal", message.refusal());
    if (!message.toolCalls().isEmpty()) {
      text.objects("tool_calls", message.toolCalls(), ToolCallJson::write);
    }
    message
        .functionCall()
        .ifPresent(
            call -> text.object("function_call", inner -> ToolCallJson.writeFunction(inner, call)));
    others(text, message.other(), OF_MESSAGE);
  }

  /** Writes the unmodelled fields but those of names that are taken. */
  static void others(JsonWriter text, Map<String, Json> fields, Set<String> taken) {
    fields.forEach(
        (name, value) -> {
          if (!taken.contains(name)) {
            text.field(name, value);
          }
        });
  }
}
