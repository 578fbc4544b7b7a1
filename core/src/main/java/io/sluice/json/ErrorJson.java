package io.sluice.json;

import io.sluice.stream.Failure;
import io.sluice.stream.OneLine;
import java.util.List;
import java.util.Optional;

/**
 * Reads errors in the forms of different providers: {@code {"error": {"message", "type", "code"}}},
 * {@code error} as a string beside its description, the same members at the top level under other
 * names, {@code base_resp}, any of them in an array. Members that report success are no error.
 */
public final class ErrorJson {
  private ErrorJson() {}

  /** The error that a text reports; empty if it is not JSON or reports none. */
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
        fields ->
            fields
                .value("error")
                .flatMap(error -> wrapped(error, fields))
                .or(() -> base(fields))
                .or(() -> flat(fields)));
  }

  /** The error that the value of a member {@code error} reports; null and empty values do not. */
  static Optional<Failure.Provider> of(JsonValue error) {
    Optional<JsonObject> object = error.object();
    if (object.isPresent()) {
      return object.filter(ErrorJson::tells).map(ErrorJson::described);
    }
    return ErrorReason.words(error)
        .map(words -> failure(Optional.empty(), Optional.empty(), Optional.of(words)));
  }

  /** Whether an object has any content that does not report success. */
  private static boolean tells(JsonObject error) {
    boolean bad = ErrorReason.of(error).filter(words -> !ErrorMembers.isFine(words)).isPresent();
    return !error.members().isEmpty() && (bad || !ErrorMembers.isFine(error));
  }

  private static Optional<Failure.Provider> wrapped(JsonValue error, JsonObject around) {
    return of(error)
        .map(
            inner -> {
              // An error that is one word, such as invalid_token, is a code if a description
              // stands beside it.
              Optional<String> beside =
                  error.string().isPresent() ? ErrorReason.of(around) : Optional.empty();
              Optional<String> word = beside.isPresent() ? error.string() : Optional.empty();
              return new Failure.Provider(
                  inner.code().or(() -> code(around)).or(() -> word.map(OneLine::of)),
                  inner.type().or(() -> type(around)),
                  beside.map(OneLine::of).orElse(inner.message()));
            });
  }

  /** MiniMax reports success or failure in an object of its own, with every answer. */
  private static Optional<Failure.Provider> base(JsonObject fields) {
    return fields
        .object(ErrorMembers.BASE)
        .filter(base -> !base.members().isEmpty() && !ErrorMembers.isFine(base))
        .map(ErrorJson::described);
  }

  private static Optional<Failure.Provider> flat(JsonObject fields) {
    boolean failed = fields.flag(ErrorMembers.SUCCESS).filter(success -> !success).isPresent();
    boolean told = ErrorReason.of(fields).isPresent() && !ErrorMembers.isFine(fields);
    return told || failed ? Optional.of(described(fields)) : Optional.empty();
  }

  private static Failure.Provider described(JsonObject fields) {
    return failure(code(fields), type(fields), ErrorReason.of(fields));
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

  private static Optional<String> code(JsonObject fields) {
    return ErrorMembers.code(fields)
        .or(() -> firstOf(fields, "errors").flatMap(ErrorMembers::code))
        .map(OneLine::of);
  }

  private static Optional<String> type(JsonObject fields) {
    return fields.string("type").or(() -> fields.string("status")).map(OneLine::of);
  }

  private static Optional<JsonObject> firstOf(JsonObject fields, String array) {
    return fields.elements(array).flatMap(ErrorJson::first).flatMap(JsonValue::object);
  }

  private static Optional<JsonValue> first(List<JsonValue> values) {
    return values.stream().findFirst();
  }
}
