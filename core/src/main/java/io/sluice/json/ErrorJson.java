package io.sluice.json;

import io.sluice.stream.Failure;
import io.sluice.stream.OneLine;
import java.util.List;
import java.util.Optional;

/**
 * Errors as providers write them: {@code {"error": {"message", "type", "code"}}}, {@code error} as
 * a string, the same fields at the top, {@code {"detail"}}, any of them in an array.
 */
public final class ErrorJson {

  private ErrorJson() {}

  /** The error that a text reports; empty if it is no JSON or reports none. */
  public static Optional<Failure.Provider> read(String text) {
    try {
      return body(JsonValue.read(text));
    } catch (MalformedJsonException noJson) {
      return Optional.empty();
    }
  }

  private static Optional<Failure.Provider> body(JsonValue body) {
    Optional<JsonObject> object =
        body.object()
            .or(() -> body.elements().flatMap(ErrorJson::first).flatMap(JsonValue::object));
    return object.flatMap(
        o -> o.value("error").flatMap(error -> wrapped(error, o)).or(() -> flat(o)));
  }

  /** The error that the value of a member {@code error} reports; null and empty values do not. */
  static Optional<Failure.Provider> of(JsonValue error) {
    Optional<JsonObject> object = error.object();
    if (object.isPresent()) {
      return object.filter(fields -> !fields.members().isEmpty()).map(ErrorJson::described);
    }
    return error
        .string()
        .filter(words -> !words.isBlank())
        .map(words -> failure(Optional.empty(), Optional.empty(), Optional.of(words)));
  }

  private static Optional<Failure.Provider> wrapped(JsonValue error, JsonObject around) {
    return of(error)
        .map(
            inner ->
                new Failure.Provider(
                    inner.code().or(() -> code(around)),
                    inner.type().or(() -> type(around)),
                    error.string().isPresent()
                        ? message(around).map(OneLine::of).orElse(inner.message())
                        : inner.message()));
  }

  private static Optional<Failure.Provider> flat(JsonObject fields) {
    return message(fields).map(words -> described(fields));
  }

  private static Failure.Provider described(JsonObject fields) {
    return failure(code(fields), type(fields), message(fields));
  }

  private static Failure.Provider failure(
      Optional<String> code, Optional<String> type, Optional<String> message) {
    String line =
        message
            .map(OneLine::of)
            .filter(words -> !words.isEmpty())
            .orElseGet(
                () ->
                    "the provider reported an error without a message"
                        + code.map(c -> " (code " + c + ")").orElse(""));
    return new Failure.Provider(code, type, line);
  }

  private static Optional<String> message(JsonObject fields) {
    return fields
        .value("message")
        .or(() -> fields.value("detail"))
        .map(ErrorJson::words)
        .filter(words -> !words.isBlank());
  }

  private static Optional<String> code(JsonObject fields) {
    return fields
        .value("code")
        .or(() -> fields.value("status_code"))
        .flatMap(ErrorJson::word)
        .map(OneLine::of);
  }

  private static Optional<String> type(JsonObject fields) {
    return fields.string("type").or(() -> fields.string("status")).map(OneLine::of);
  }

  private static Optional<String> word(JsonValue value) {
    return value
        .string()
        .or(() -> value.number().isPresent() ? Optional.of(value.json().text()) : Optional.empty())
        .filter(word -> !word.isBlank());
  }

  private static String words(JsonValue value) {
    return value.string().orElseGet(() -> value.json().text());
  }

  private static Optional<JsonValue> first(List<JsonValue> values) {
    return values.stream().findFirst();
  }
}
