package io.sluice.json;

import io.sluice.chat.Json;
import io.sluice.json.syntax.JsonQuotes;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Writes one JSON object, member by member, on one line. The caller must not repeat names. Mutable;
 * for one thread at a time, and only until the call that lent it returns.
 */
public final class JsonWriter {

  private final StringBuilder text;
  private boolean empty = true;

  private JsonWriter(StringBuilder text) {
    this.text = text;
  }

  /** The object with the members that {@code members} writes, as text. */
  public static String object(Consumer<JsonWriter> members) {
    var text = new StringBuilder();
    write(text, members);
    return text.toString();
  }

  /**
   * The object with the members that {@code members} writes, as a value for a member of another.
   */
  public static Json json(Consumer<JsonWriter> members) {
    return Json.verbatim(object(members));
  }

  /** A string as a JSON value. */
  public static Json json(String value) {
    var text = new StringBuilder(value.length() + 2);
    JsonQuotes.append(text, value);
    return Json.verbatim(text.toString());
  }

  /** Writes a member that is a string. */
  public JsonWriter field(String name, String value) {
    Objects.requireNonNull(value, name);
    JsonQuotes.append(name(name), value);
    return this;
  }

  /** Writes a member that is a string; nothing if the value is empty. */
  public JsonWriter field(String name, Optional<String> value) {
    value.ifPresent(present -> field(name, present));
    return this;
  }

  /** Writes a member that is a whole number. */
  public JsonWriter field(String name, long value) {
    name(name).append(value);
    return this;
  }

  /**
   * Writes a member that is a number; a whole one is written without a fraction.
   *
   * @throws IllegalArgumentException if it is not finite, which JSON cannot express
   */
  public JsonWriter field(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " is " + value + ", which JSON cannot express");
    }
    StringBuilder out = name(name);
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      out.append((long) value);
    } else {
      out.append(value);
    }
    return this;
  }

  /** Writes a member that is true or false. */
  public JsonWriter flag(String name, boolean value) {
    name(name).append(value);
    return this;
  }

  /** Writes a member that is null. */
  public JsonWriter nothing(String name) {
    name(name).append("null");
    return this;
  }

  /**
   * Writes a member whose value is already JSON: verbatim, except that line breaks become spaces.
   */
  public JsonWriter field(String name, Json value) {
    // In valid JSON, raw line breaks occur only between tokens.
    name(name).append(value.text().replace('\n', ' ').replace('\r', ' '));
    return this;
  }

  /** Writes a member that is an object. */
  public JsonWriter object(String name, Consumer<JsonWriter> members) {
    write(name(name), members);
    return this;
  }

  /**
   * Writes a member that is an array of objects, one for each item; {@code members} writes each.
   */
  public <T> JsonWriter objects(
      String name, Iterable<? extends T> items, BiConsumer<JsonWriter, T> members) {
    StringBuilder out = name(name).append('[');
    String separator = "";
    for (T item : items) {
      out.append(separator);
      write(out, element -> members.accept(element, item));
      separator = ",";
    }
    out.append(']');
    return this;
  }

  /** Writes a member that is an array of strings. */
  public JsonWriter strings(String name, Iterable<String> values) {
    StringBuilder out = name(name).append('[');
    String separator = "";
    for (String value : values) {
      JsonQuotes.append(out.append(separator), value);
      separator = ",";
    }
    out.append(']');
    return this;
  }

  private StringBuilder name(String name) {
    if (!empty) {
      text.append(',');
    }
    empty = false;
    JsonQuotes.append(text, name);
    return text.append(':');
  }

  private static void write(StringBuilder text, Consumer<JsonWriter> members) {
    text.append('{');
    members.accept(new JsonWriter(text));
    text.append('}');
  }
}
