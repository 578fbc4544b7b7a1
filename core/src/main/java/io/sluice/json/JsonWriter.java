package io.sluice.json;

import io.sluice.chat.Json;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Writes one JSON object, member by member, on one line. Whoever writes takes care that names do
 * not repeat. Mutable; for one thread at a time, and only until the call that lent it returns.
 */
public final class JsonWriter {

  private final StringBuilder text;
  private boolean empty = true;

  private JsonWriter(StringBuilder text) {
    this.text = text;
  }

  /** The object whose members {@code members} writes. */
  public static String object(Consumer<JsonWriter> members) {
    var text = new StringBuilder();
    write(text, members);
    return text.toString();
  }

  /** {@link #object(Consumer)} as a value, to be a member of another. */
  public static Json json(Consumer<JsonWriter> members) {
    return new Json(object(members));
  }

  /** A string as a JSON value. */
  public static Json json(String value) {
    var text = new StringBuilder(value.length() + 2);
    JsonQuotes.append(text, value);
    return new Json(text.toString());
  }

  /** A member that is a string. */
  public JsonWriter field(String name, String value) {
    Objects.requireNonNull(value, name);
    JsonQuotes.append(name(name), value);
    return this;
  }

  /** A member that is a string, or no member. */
  public JsonWriter field(String name, Optional<String> value) {
    value.ifPresent(present -> field(name, present));
    return this;
  }

  /** A member that is a whole number. */
  public JsonWriter field(String name, long value) {
    name(name).append(value);
    return this;
  }

  /**
   * A member that is a number; a whole one is written without a fraction.
   *
   * @throws IllegalArgumentException if it is not finite, which JSON cannot say
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

  /** A member that is true or false. */
  public JsonWriter flag(String name, boolean value) {
    name(name).append(value);
    return this;
  }

  /** A member that is null. */
  public JsonWriter nothing(String name) {
    name(name).append("null");
    return this;
  }

  /** A member whose value is JSON already: verbatim, but for line breaks, which become spaces. */
  public JsonWriter field(String name, Json value) {
    // In valid JSON a raw line break stands between tokens only.
    name(name).append(value.text().replace('\n', ' ').replace('\r', ' '));
    return this;
  }

  /** A member that is an object. */
  public JsonWriter object(String name, Consumer<JsonWriter> members) {
    write(name(name), members);
    return this;
  }

  /** A member that is an array of objects, one for each item; {@code members} writes it. */
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

  /** A member that is an array of strings. */
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
