package io.sluice.wire.fold;

import io.sluice.chat.AnswerFields;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.ToolCall;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.stream.Delta.Fold;
import io.sluice.stream.Delta.Place;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The order of an answer's content, for servers that want it back as it was: text, tool calls and
 * parts that have no other place in a message are in three members of it. A dialect records the
 * order in a member {@value AnswerFields#CONTENT_ORDER} of the message, under its own name, which
 * also says whose the parts are.
 *
 * @param pieces the content in order, each at most once
 */
public record ContentOrder(List<Piece> pieces) {

  private static final String PART = "part";
  private static final String CALL = "call";
  private static final String TEXT = "text";
  private static final String RAW = "raw";
  private static final Set<String> KINDS = Set.of(PART, CALL, TEXT, RAW);

  /** Copies the list. */
  public ContentOrder {
    pieces = List.copyOf(pieces);
  }

  /**
   * Records a part, behind what was recorded before. The dialect adds it to {@value
   * AnswerFields#CONTENT_PARTS}, now or later, in the order of all parts.
   */
  public static void part(ChunkDraft draft, int choice, String dialect) {
    add(draft, choice, dialect, element -> element.flag(PART, true));
  }

  /** Records a part that only the order holds, behind what was recorded before. */
  public static void raw(ChunkDraft draft, int choice, String dialect, Json part) {
    add(draft, choice, dialect, element -> element.field(RAW, part));
  }

  /**
   * Records a tool call, behind what was recorded before.
   *
   * @param more what the server wants back with it
   */
  public static void call(ChunkDraft draft, int choice, String dialect, Map<String, Json> more) {
    add(
        draft,
        choice,
        dialect,
        element -> {
          element.flag(CALL, true);
          more.forEach(element::field);
        });
  }

  /**
   * Records that many characters of text, behind what was recorded before.
   *
   * @param more what the server wants back with them
   */
  public static void text(
      ChunkDraft draft, int choice, String dialect, long characters, Map<String, Json> more) {
    if (characters > 0 || !more.isEmpty()) {
      add(
          draft,
          choice,
          dialect,
          element -> {
            element.field(TEXT, characters);
            more.forEach(element::field);
          });
    }
  }

  private static void add(
      ChunkDraft draft, int choice, String dialect, Consumer<JsonWriter> element) {
    String object = JsonWriter.object(element);
    var order = new Json("{\"" + dialect + "\":[" + object + "]}");
    draft.other(choice, Place.MESSAGE, AnswerFields.CONTENT_ORDER, order, Fold.APPEND_MEMBERS);
  }

  /** Whether the parts of a message are those of another dialect. */
  public static boolean isForeign(Message message, String dialect) {
    return order(message).filter(order -> order.value(dialect).isEmpty()).isPresent();
  }

  /**
   * The content of a message that was an answer in this dialect. Content that the recorded order
   * does not fit, since the message was changed, comes in the usual one: parts, text, calls.
   */
  public static ContentOrder of(Message message, String dialect) {
    Optional<List<JsonValue>> recorded = order(message).flatMap(order -> order.elements(dialect));
    List<Json> parts = recorded.isPresent() ? parts(message) : List.of();
    String text = message.content().orElse("");
    return recorded
        .flatMap(order -> fitted(order, parts, text, message))
        .orElseGet(() -> usual(parts, text, message));
  }

  private static Optional<ContentOrder> fitted(
      List<JsonValue> order, List<Json> parts, String text, Message message) {
    var pieces = new ArrayList<Piece>();
    Iterator<Json> part = parts.iterator();
    Iterator<ToolCall> call = message.toolCalls().iterator();
    long at = 0;
    for (JsonValue value : order) {
      JsonObject element = value.object().orElseGet(() -> JsonObject.read("{}"));
      long length = Math.max(0, element.wholeNumber(TEXT).orElse(0));
      if (length > text.length() - at) {
        return Optional.empty();
      }
      if (element.value(TEXT).isPresent()) {
        String piece = text.substring((int) at, (int) (at + length));
        pieces.add(new Piece.Text(piece, more(element)));
        at += length;
      } else if (element.value(RAW).isPresent()) {
        pieces.add(new Piece.Part(element.value(RAW).orElseThrow().json()));
      } else if (element.value(PART).isPresent() && part.hasNext()) {
        pieces.add(new Piece.Part(part.next()));
      } else if (element.value(CALL).isPresent() && call.hasNext()) {
        pieces.add(new Piece.Call(call.next(), more(element)));
      }
    }
    boolean whole = at == text.length() && !part.hasNext() && !call.hasNext();
    return whole ? Optional.of(new ContentOrder(pieces)) : Optional.empty();
  }

  private static Map<String, Json> more(JsonObject element) {
    Map<String, Json> more = new LinkedHashMap<>(element.members());
    more.keySet().removeAll(KINDS);
    return more;
  }

  private static ContentOrder usual(List<Json> parts, String text, Message message) {
    var pieces = new ArrayList<Piece>();
    parts.forEach(part -> pieces.add(new Piece.Part(part)));
    if (!text.isEmpty()) {
      pieces.add(new Piece.Text(text, Map.of()));
    }
    message.toolCalls().forEach(call -> pieces.add(new Piece.Call(call, Map.of())));
    return new ContentOrder(pieces);
  }

  private static Optional<JsonObject> order(Message message) {
    return Optional.ofNullable(message.other().get(AnswerFields.CONTENT_ORDER))
        .flatMap(order -> new JsonValue(order).object());
  }

  private static List<Json> parts(Message message) {
    return Optional.ofNullable(message.other().get(AnswerFields.CONTENT_PARTS))
        .flatMap(parts -> new JsonValue(parts).elements())
        .map(all -> all.stream().map(JsonValue::json).toList())
        .orElse(List.of());
  }

  /** One piece of an answer's content. A minor version may add cases. */
  public sealed interface Piece {

    /**
     * A part of the text.
     *
     * @param text the text
     * @param more what the server wants back with it
     */
    record Text(String text, Map<String, Json> more) implements Piece {}

    /**
     * A part that was kept.
     *
     * @param json the part, verbatim
     */
    record Part(Json json) implements Piece {}

    /**
     * A tool call.
     *
     * @param call the call
     * @param more what the server wants back with it
     */
    record Call(ToolCall call, Map<String, Json> more) implements Piece {}
  }
}
