package io.sluice.json;

import io.sluice.chat.Json;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;

/** The members or elements at the first level of one JSON text. Mutable: it is read once. */
final class Document {

  private final PayloadParser parser;

  private Document(PayloadParser parser) {
    this.parser = parser;
  }

  static Document of(String text) {
    return of(text, PayloadParser.open());
  }

  /** Reads a text with a parser that is new, or has read its earlier documents to their end. */
  static Document of(String text, PayloadParser parser) {
    // A number at the end is complete only when a character follows it.
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    parser.feed(bytes, 0, bytes.length);
    return new Document(parser);
  }

  Json value() {
    return read(
        () -> {
          parser.next();
          return parser.json(0);
        });
  }

  String string() {
    return read(
        () -> {
          expect(JsonToken.VALUE_STRING, "a string");
          return parser.getString();
        });
  }

  void members(BiConsumer<String, Json> each) {
    read(
        () -> {
          expect(JsonToken.START_OBJECT, "an object");
          while (parser.nextMember()) {
            String name = parser.currentName();
            int mark = parser.position();
            parser.next();
            each.accept(name, parser.json(mark));
          }
          return parser;
        });
  }

  void elements(Consumer<Json> each) {
    read(
        () -> {
          expect(JsonToken.START_ARRAY, "an array");
          int mark = parser.position();
          while (parser.next() != JsonToken.END_ARRAY) {
            each.accept(parser.json(mark));
            mark = parser.position();
          }
          return parser;
        });
  }

  private void expect(JsonToken token, String what) {
    if (parser.next() != token) {
      throw new MalformedJsonException("JSON that is not " + what);
    }
  }

  private <T> T read(Reading<T> reading) {
    try {
      T value = reading.read();
      parser.expectEnd();
      return value;
    } catch (JacksonException unreadable) {
      throw malformed(unreadable, parser.position());
    }
  }

  /**
   * Describes the error in our own words, because Jackson's message quotes the text, which may
   * contain anything.
   */
  static MalformedJsonException malformed(JacksonException unreadable, int offset) {
    return new MalformedJsonException(found(unreadable), offset, unreadable);
  }

  private static String found(JacksonException unreadable) {
    if (!(unreadable instanceof StreamConstraintsException)) {
      return "malformed JSON";
    }
    String message = String.valueOf(unreadable.getMessage());
    if (message.contains("depth")) {
      return "JSON nested deeper than 500";
    }
    return message.contains("Number") || message.contains("number")
        ? "JSON with a number of over 1000 digits"
        : "JSON with too many or too long names";
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read();
  }
}
