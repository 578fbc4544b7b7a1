package io.sluice.wire;

import io.sluice.json.JsonSalvage;
import io.sluice.json.JsonSalvage.Piece;
import io.sluice.json.MalformedJsonException;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity.Kind;
import java.util.List;

/**
 * Recovers objects from an event's data that is not one valid JSON object. Several objects count
 * one after the other. Text behind or between them is ignored, unless it is the beginning of an
 * object, of which a part is lost. Used once.
 */
final class Salvaging {
  private final String text;
  private final MalformedJsonException malformed;
  private final List<Piece> pieces;

  /** Creates it for data that could not be read, with the reason. */
  Salvaging(String text, MalformedJsonException malformed) {
    this.text = text;
    this.malformed = malformed;
    this.pieces = JsonSalvage.of(text);
  }

  /** Passes on the objects found, in order, and then whether anything is lost. */
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

  /**
   * Reads data at the end of a body like {@link #read}, unless it is torn, which means that it was
   * cut off there.
   */
  void readWhole(Finds finds, Kind remark) {
    if (finds(JsonSalvage.Kind.OBJECT) && !finds(JsonSalvage.Kind.TORN)) {
      finds.irregular(remark);
      read(finds);
    } else {
      pieces.forEach(piece -> take(piece, finds));
    }
  }

  /** Whether the JSON is already valid; then it was refused for another reason, such as a bound. */
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

  /** Receives the results. */
  interface Finds {
    /** Called with a JSON object. */
    void object(String json);

    /** Called for the end marker. */
    void endMarker();

    /** Called for an irregularity that was tolerated. */
    void irregular(Kind kind);

    /** Called when something could not be read, so that a part of the answer may be lost. */
    void broken(Failure failure);
  }
}
