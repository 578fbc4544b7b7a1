package io.sluice.wire.fold;

import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.stream.Delta.Fold;
import io.sluice.stream.Delta.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The order of an answer's content, for servers that want it back as it was: text, tool calls and
 * parts that have no other place in a message are in three members of it. A dialect records the
 * order in a member {@value #MEMBER} of the message, under its own name, which also says whose the
 * parts are.
 *
 * @param pieces the content in order, each at most once
 */
public record ContentOrder(List<Piece> pieces) {

  /** The member of a message that holds the order. */
  public static final String MEMBER = "content_order";

  /** The member of a message that holds the parts that have no other place in it, verbatim. */
  public static final String PARTS = "content_parts";

  private static final Json PART = new Json("\"part\"");
  private static final Json CALL = new Json("\"call\"");

  /** Copies the list. */
  public ContentOrder {
    pieces = List.copyOf(pieces);
  }

  /**
   * Records a part, behind what was recorded before. The dialect adds it to {@value #PARTS}, now or
   * later, in the order of all parts.
   */
  public static void part(ChunkDraft draft, int choice, String dialect) {
    add(draft, choice, dialect, PART);
  }

  /** Records a tool call, behind what was recorded before. */
  public static void call(ChunkDraft draft, int choice, String dialect) {
    add(draft, choice, dialect, CALL);
  }

  /** Records that many characters of text, behind what was recorded before. */
  public static void text(ChunkDraft draft, int choice, String dialect, long characters) {
    if (characters > 0) {
      add(draft, choice, dialect, new Json(Long.toString(characters)));
    }
  }

  private static void add(ChunkDraft draft, int choice, String dialect, Json element) {
    var order = new Json("{\"" + dialect + "\":[" + element.text() + "]}");
    draft.other(choice, Place.MESSAGE, MEMBER, order, Fold.APPEND_MEMBERS);
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
    Optional<List<JsonValue>> recorded =
        order(message).flatMap(order -> order.elements(dialect));
    List<Json> parts = recorded.isPresent() ? parts(message) : List.of();
    String text = message.content().orElse("");
    return recorded
        .flatMap(order -> fitted(order, parts, text, message))
        .orElseGet(() -> usual(parts, text, message));
  }

  private static Optional<ContentOrder> fitted(
      List<JsonValue> order, List<Json> parts, String text, Message message) {
    var pieces = new ArrayList<Piece>();
    int part = 0;
    int call = 0;
    long at = 0;
    for (JsonValue element : order) {
      long length = Math.max(0, element.wholeNumber().orElse(0));
      if (length > text.length() - at) {
        return Optional.empty();
      }
      if (length > 0) {
        pieces.add(new Piece.Text(text.substring((int) at, (int) (at + length))));
        at += length;
      } else if (element.json().equals(PART) && part < parts.size()) {
        pieces.add(new Piece.Part(parts.get(part++)));
      } else if (element.json().equals(CALL) && call < message.toolCalls().size()) {
        pieces.add(new Piece.Call(message.toolCalls().get(call++)));
      }
    }
    boolean whole =
        at == text.length() && part == parts.size() && call == message.toolCalls().size();
    return whole ? Optional.of(new ContentOrder(pieces)) : Optional.empty();
  }

  private static ContentOrder usual(List<Json> parts, String text, Message message) {
    var pieces = new ArrayList<Piece>();
    parts.forEach(part -> pieces.add(new Piece.Part(part)));
    if (!text.isEmpty()) {
      pieces.add(new Piece.Text(text));
    }
    message.toolCalls().forEach(call -> pieces.add(new Piece.Call(call)));
    return new ContentOrder(pieces);
  }

  private static Optional<JsonObject> order(Message message) {
    return Optional.ofNullable(message.other().get(MEMBER))
        .flatMap(order -> new JsonValue(order).object());
  }

  private static List<Json> parts(Message message) {
    return Optional.ofNullable(message.other().get(PARTS))
        .flatMap(parts -> new JsonValue(parts).elements())
        .map(all -> all.stream().map(JsonValue::json).toList())
        .orElse(List.of());
  }

  /** One piece of an answer's content. A minor version may add cases. */
  public sealed interface Piece {

    /**
     * A part of the text.
     *
     * @param text the text, not empty
     */
    record Text(String text) implements Piece {}

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
     */
    record Call(io.sluice.chat.ToolCall call) implements Piece {}
  }
}
