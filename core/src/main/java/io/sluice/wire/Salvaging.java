package io.sluice.wire;

import io.sluice.json.JsonSalvage;
import io.sluice.json.JsonSalvage.Piece;
import io.sluice.json.MalformedJsonException;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity.Kind;
import java.util.List;

/**
 * Makes what can be made of an event's data that is not one valid JSON object. Several objects
 * count one after the other; what stands behind or between them counts as nothing, unless it is the
 * beginning of an object, of which something is lost. Used once.
 */
final class Salvaging {
  private final String text;
  private final MalformedJsonException malformed;
  private final List<Piece> pieces;

  /** Data that could not be read, and why. */
  Salvaging(String text, MalformedJsonException malformed) {
    this.text = text;
    this.malformed = malformed;
    this.pieces = JsonSalvage.of(text);
  }

  /** Hands over what is found, in order, and then whether anything is lost. */
  void read(Finds finds) {
    if (isAsItWas()
        || !finds(JsonSalvage.Kind.OBJECT, JsonSalvage.Kind.END_MARKER, JsonSalvage.Kind.NOTHING)) {
      finds.broken(Payloads.malformed(malformed, text));
      return;
    }
    finds.irregular(remark());
    pieces.forEach(piece -> take(piece, finds));
    if (finds(JsonSalvage.Kind.TORN)) {
      finds.broken(Payloads.malformed(malformed, text));
    }
  }

  /** The same for data at the end of a body, unless it is torn: then it was cut off there. */
  void readWhole(Finds finds, Kind remark) {
    if (finds(JsonSalvage.Kind.OBJECT) && !finds(JsonSalvage.Kind.TORN)) {
      finds.irregular(remark);
      read(finds);
    } else {
      pieces.forEach(piece -> take(piece, finds));
    }
  }

  /** JSON that is valid already is refused for another reason: a bound, say. */
  private boolean isAsItWas() {
    return pieces.size() == 1
        && finds(JsonSalvage.Kind.OBJECT)
        && pieces.get(0).text().equals(text.strip());
  }

  private Kind remark() {
    boolean one = pieces.size() == 1 && finds(JsonSalvage.Kind.OBJECT);
    return one ? Kind.LENIENT_JSON : Kind.UNEXPECTED_DATA;
  }

  private boolean finds(JsonSalvage.Kind... kinds) {
    List<JsonSalvage.Kind> wanted = List.of(kinds);
    return pieces.stream().anyMatch(piece -> wanted.contains(piece.kind()));
  }

  private static void take(Piece piece, Finds finds) {
    switch (piece.kind()) {
      case OBJECT -> finds.object(piece.text());
      case END_MARKER -> finds.endMarker();
      case TORN, NOTHING, OTHER -> {}
    }
  }

  /** Takes what is found. */
  interface Finds {
    /** A JSON object. */
    void object(String json);

    /** The end marker. */
    void endMarker();

    /** Something was forgiven. */
    void irregular(Kind kind);

    /** Something could not be read, so that a part of the answer may be lost. */
    void broken(Failure failure);
  }
}
