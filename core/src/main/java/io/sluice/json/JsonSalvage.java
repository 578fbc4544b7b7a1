package io.sluice.json;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the JSON objects in an event's data that is not one valid JSON object: several objects in a
 * row, from servers that omit the blank line between events; objects followed by other text;
 * objects that are not quite valid. Stateless.
 */
public final class JsonSalvage {
  private static final String NULL = "null";
  private static final List<String> END_MARKERS = List.of("[DONE]", "\"[DONE]\"");
  private static final String FIELD = "data:";

  private JsonSalvage() {}

  /** The parts of the text, in order; never fails, and omits only white space. */
  public static List<Piece> of(String text) {
    List<Piece> whole = scan(text);
    if (text.indexOf('\n') < 0 || whole.stream().noneMatch(piece -> piece.kind() == Kind.TORN)) {
      return whole;
    }
    // A broken object may have included the lines behind it.
    List<Piece> byLine = text.lines().flatMap(line -> scan(line).stream()).toList();
    return byLine.stream().anyMatch(piece -> piece.kind() == Kind.OBJECT) ? byLine : whole;
  }

  private static List<Piece> scan(String text) {
    List<Piece> pieces = new ArrayList<>();
    int at = skipBlank(text, 0);
    while (at < text.length()) {
      Piece piece = pieceAt(text, at);
      if (piece.kind() != Kind.NOTHING || !piece.text().equals(FIELD)) {
        pieces.add(piece);
      }
      at = skipBlank(text, piece.end());
    }
    return pieces;
  }

  private static Piece pieceAt(String text, int at) {
    if (text.charAt(at) == '{') {
      JsonRepair.Result found = JsonRepair.object(text, at);
      boolean valid = found.complete() && isObject(found.json());
      return new Piece(valid ? Kind.OBJECT : Kind.TORN, found.json(), found.end());
    }
    for (String marker : END_MARKERS) {
      if (text.startsWith(marker, at)) {
        return new Piece(Kind.END_MARKER, marker, at + marker.length());
      }
    }
    for (String nothing : List.of(NULL, FIELD)) {
      if (text.startsWith(nothing, at)) {
        return new Piece(Kind.NOTHING, nothing, at + nothing.length());
      }
    }
    int next = text.indexOf('{', at);
    int end = next < 0 ? text.length() : next;
    return new Piece(Kind.OTHER, text.substring(at, end), end);
  }

  private static boolean isObject(String json) {
    try {
      return !JsonObject.read(json).members().isEmpty();
    } catch (MalformedJsonException torn) {
      return false;
    }
  }

  private static int skipBlank(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '\uFEFF')) {
      at++;
    }
    return at;
  }

  /** The kinds of parts that event data can have. */
  public enum Kind {
    /** A JSON object, corrected if it was not quite valid. */
    OBJECT,
    /** An object that cannot be read. */
    TORN,
    /** {@code [DONE]}, with or without quotes. */
    END_MARKER,
    /** JSON null. */
    NOTHING,
    /** Text that is none of the others. */
    OTHER
  }

  /**
   * A part of the text.
   *
   * @param kind its kind
   * @param text an object as JSON, anything else as it was written
   * @param end the index behind it in the text, or in its line
   */
  public record Piece(Kind kind, String text, int end) {}
}
