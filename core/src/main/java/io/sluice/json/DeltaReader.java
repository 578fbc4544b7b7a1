package io.sluice.json;

import io.sluice.chat.FinishReason;
import io.sluice.chat.Json;
import io.sluice.chat.Role;
import io.sluice.stream.Delta;
import io.sluice.stream.Delta.Place;
import io.sluice.stream.Irregularity.Kind;
import java.util.Optional;
import tools.jackson.core.JsonToken;

/**
 * Reads the content that a {@code delta}, or a whole {@code message}, adds to a choice. Mutable;
 * for one thread at a time.
 */
final class DeltaReader {

  /** Used until the choice is settled, since its index may follow its delta. */
  static final int CHOICE = 0;

  private final PayloadParser parser;
  private final Draft draft;
  private final OtherReader others;
  private final ContentReader content;
  private final ToolCallReader toolCalls;
  private boolean reasoned;

  DeltaReader(PayloadParser parser, Draft draft, OtherReader others) {
    this.parser = parser;
    this.draft = draft;
    this.others = others;
    this.content = new ContentReader(parser, draft);
    this.toolCalls = new ToolCallReader(parser, draft);
  }

  /** Reads the object at the parser's position. */
  void read(Source source) {
    reasoned = false;
    while (parser.nextMember()) {
      String name = parser.currentName();
      int mark = parser.position();
      parser.next();
      switch (name) {
        case "content" -> content.read(mark);
        case "role" -> role(mark);
        case "reasoning_content", "reasoning" -> reasoning(name, mark);
        case "refusal" -> text(name, mark).ifPresent(t -> draft.add(new Delta.Refusal(CHOICE, t)));
        case "tool_calls" -> toolCalls.readAll(source);
        case "function_call" -> toolCalls.readFunctionCall();
        default -> others.read(Place.MESSAGE, name, mark);
      }
    }
  }

  /** The finish reason at the parser's position; the empty string and {@code "null"} are none. */
  Optional<FinishReason> finish(int mark) {
    Optional<String> reason = string();
    if (reason.isEmpty() && parser.currentToken() != JsonToken.VALUE_NULL) {
      draft.irregular(Kind.UNEXPECTED_TYPE);
      others.read(Place.CHOICE, "finish_reason", mark);
    }
    return reason
        .filter(word -> !word.isEmpty() && !word.equals("null"))
        .map(DeltaReader::finishReason);
  }

  private void role(int mark) {
    text("role", mark)
        .filter(word -> !word.isEmpty())
        .ifPresent(word -> draft.add(new Delta.Role(CHOICE, role(word))));
  }

  /** Some servers send the same reasoning under both names; it counts once. */
  private void reasoning(String name, int mark) {
    Optional<String> thought = thought(name, mark);
    if (thought.isPresent() && !reasoned) {
      draft.add(new Delta.Reasoning(CHOICE, thought.get()));
      reasoned = !thought.get().isEmpty();
    }
  }

  /** Reads a string, or text blocks: one or an array of them. */
  private Optional<String> thought(String name, int mark) {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.START_ARRAY && token != JsonToken.START_OBJECT) {
      return text(name, mark);
    }
    Json blocks = parser.json(mark);
    String text = ReasoningReader.of(new JsonValue(blocks));
    if (text.isEmpty()) {
      draft.add(new Delta.Other(CHOICE, Place.MESSAGE, name, blocks));
      return Optional.empty();
    }
    return Optional.of(text);
  }

  private Optional<String> text(String name, int mark) {
    Optional<String> text = string();
    if (text.isEmpty() && parser.currentToken() != JsonToken.VALUE_NULL) {
      draft.irregular(Kind.UNEXPECTED_TYPE);
      others.read(Place.MESSAGE, name, mark);
    }
    return text;
  }

  private Optional<String> string() {
    return parser.currentToken() == JsonToken.VALUE_STRING
        ? Optional.of(parser.getString())
        : Optional.empty();
  }

  private static Role role(String word) {
    return word.equals(Role.ASSISTANT.value()) ? Role.ASSISTANT : new Role(word);
  }

  private static FinishReason finishReason(String word) {
    return word.equals(FinishReason.STOP.value()) ? FinishReason.STOP : new FinishReason(word);
  }

  /** The object that is read. */
  enum Source {
    /** A part of a message; its tool calls carry an index. */
    DELTA,
    /** A whole message; its tool calls are numbered by their position. */
    MESSAGE
  }
}
