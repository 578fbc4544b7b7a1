package io.sluice.json;

import java.util.Optional;

/**
 * Reads one JSON object after another with one parser: what a parser costs is then paid once a
 * stream, not once an object. Mutable; for one thread at a time.
 */
public final class JsonReader {

  private PayloadParser parser = PayloadParser.open();

  /** A reader for one stream. */
  public JsonReader() {}

  /**
   * Reads a text that is one JSON object.
   *
   * @throws MalformedJsonException if it is none, or is nested deeper than 500
   */
  public JsonObject object(String text) {
    if (parser.isWorn()) {
      parser = PayloadParser.open();
    }
    try {
      return JsonObject.of(Document.of(text, parser));
    } catch (MalformedJsonException malformed) {
      parser = PayloadParser.open(); // The other one stands in the middle.
      throw malformed;
    }
  }

  /** A value, if it is an object. */
  public Optional<JsonObject> object(JsonValue value) {
    return value.isObject() ? Optional.of(object(value.json().text())) : Optional.empty();
  }
}
