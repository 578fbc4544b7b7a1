package io.sluice.json;

import io.sluice.accumulate.CompletionAccumulator;
import io.sluice.chat.Choice;
import io.sluice.chat.Completion;
import io.sluice.chat.FinishReason;
import io.sluice.chat.Message;
import io.sluice.chat.ToolCall;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import java.util.List;
import java.util.Optional;

/**
 * Chunks in the shape of OpenAI's {@code chat.completion.chunk}, whatever dialect they came in.
 * What a chunk says more than once of one choice is put together, as in the answer. Unmodelled
 * fields stand where they stood; one whose name the shape already has is left out.
 */
public final class ChunkJson {

  private ChunkJson() {}

  /**
   * One object on one line. A {@link ChunkReader} finds in it what the chunk says. An error that
   * the chunk's payload reports is no part of that; the outcome of the stream has it.
   */
  public static String write(Chunk chunk) {
    var folded = new CompletionAccumulator();
    folded.add(chunk);
    Completion said = folded.result();
    return JsonWriter.object(
        text -> {
          CompletionJson.head(text, "chat.completion.chunk", said)
              .objects("choices", said.choices(), (out, choice) -> choice(out, choice, chunk));
          said.usage().ifPresent(usage -> text.field("usage", UsageJson.write(usage)));
          CompletionJson.others(text, said.other(), CompletionJson.OF_COMPLETION);
        });
  }

  private static void choice(JsonWriter text, Choice choice, Chunk chunk) {
    List<Delta> own =
        chunk.deltas().stream().filter(delta -> delta.choice() == choice.index()).toList();
    text.field("index", (long) choice.index())
        .object("delta", delta -> delta(delta, choice.message(), own));
    Optional<String> reason = choice.finishReason().map(FinishReason::value);
    reason.ifPresentOrElse(
        word -> text.field("finish_reason", word), () -> text.nothing("finish_reason"));
    CompletionJson.others(text, choice.other(), CompletionJson.OF_CHOICE);
  }

  /**
   * What is said of one choice: the message that its deltas make, which alone know a call's index.
   */
  private static void delta(JsonWriter text, Message said, List<Delta> deltas) {
    if (deltas.stream().anyMatch(Delta.Role.class::isInstance)) {
      text.field("role", said.role().value());
    }
    text.field("content", said.content())
        .field("reasoning_content", said.reasoning())
        .field("refusal", said.refusal());
    List<Delta.ToolCall> calls =
        deltas.stream()
            .filter(Delta.ToolCall.class::isInstance)
            .map(Delta.ToolCall.class::cast)
            .filter(call -> call.index() != Delta.ToolCall.FUNCTION_CALL)
            .toList();
    if (!calls.isEmpty()) {
      text.objects("tool_calls", calls, ChunkJson::fragment);
    }
    said.functionCall().ifPresent(call -> text.object("function_call", out -> call(out, call)));
    CompletionJson.others(text, said.other(), CompletionJson.OF_MESSAGE);
  }

  /** Writes the members of a fragment of a call; its unmodelled ones win, as in a whole call. */
  private static void fragment(JsonWriter text, Delta.ToolCall call) {
    var members = new Members(text, call.other().keySet());
    members.write("index", (out, name) -> out.field(name, (long) call.index()));
    if (!call.id().isEmpty()) {
      members.write("id", (out, name) -> out.field(name, call.id()));
    }
    if (!call.name().isEmpty()) {
      members.write("type", (out, name) -> out.field(name, "function"));
    }
    if (!call.name().isEmpty() || !call.arguments().isEmpty() || call.other().isEmpty()) {
      members.write(
          "function",
          (out, name) -> out.object(name, inner -> function(inner, call.name(), call.arguments())));
    }
    call.other().forEach(text::field);
  }

  private static void call(JsonWriter text, ToolCall call) {
    function(text, call.name(), call.arguments());
    call.other().forEach(text::field);
  }

  private static void function(JsonWriter text, String name, String arguments) {
    if (!name.isEmpty()) {
      text.field("name", name);
    }
    text.field("arguments", arguments);
  }
}
