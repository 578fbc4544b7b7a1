package io.sluice.json;

import java.util.Optional;

/**
 * Reads one JSON object after another with one parser, so that a parser is created once for each
 * stream, not for each object. Mutable; for one thread at a time.
 */
public final class JsonReader {

  private PayloadParser parser = PayloadParser.open();

  /** Creates a reader for one stream. */
  public JsonReader() {}

  /**
   * Reads a text that is one JSON object.
   *
   * @throws MalformedJsonException if it is not, or is nested deeper than 500
   */
  public JsonObject object(String text) {
    if (parser.isWorn()) {
      parser = PayloadParser.open();
    }
    try {
      return JsonObject.of(Document.of(text, parser));
    } catch (MalformedJsonException malformed) {
      parser = PayloadParser.open(); // The old parser stopped inside a document.
      throw malformed;
    }
  }

  /** The value as an object; empty if it is not one. */
  public Optional<JsonObject> object(JsonValue value) {
    return value.isObject() ? Optional.of(object(value.json().text())) : Optional.empty();
  }
}
