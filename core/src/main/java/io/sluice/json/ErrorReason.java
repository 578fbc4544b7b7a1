package io.sluice.json;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The description in an error's JSON, in any of its forms: a string, an array of strings or of
 * errors, pydantic's list of what is wrong where, an object with a message of its own, and a
 * provider's error that a gateway quotes.
 */
final class ErrorReason {
  private static final int DEEPEST = 6;
  private static final int MOST = 5;

  private ErrorReason() {}

  /** The description that the members of an error give, if they give one. */
  static Optional<String> of(JsonObject error) {
    return of(error, DEEPEST);
  }

  private static Optional<String> of(JsonObject error, int depth) {
    if (depth == 0) {
      return Optional.empty();
    }
    Optional<String> said =
        ErrorMembers.messages(error).stream()
            .map(value -> words(value, depth - 1))
            .flatMap(Optional::stream)
            .findFirst();
    return quoted(error, depth - 1)
        .map(
            inner ->
                said.filter(words -> !words.contains(inner))
                    .map(w -> w + ": " + inner)
                    .orElse(inner))
        .or(() -> said);
  }

  /**
   * The error that a gateway quotes: OpenRouter has it in {@code metadata.raw}, as the text of a
   * body.
   */
  private static Optional<String> quoted(JsonObject error, int depth) {
    return error
        .object("metadata")
        .flatMap(metadata -> metadata.value("raw"))
        .flatMap(
            raw -> raw.string().map(text -> body(text, depth)).orElseGet(() -> words(raw, depth)));
  }

  /** The description in the text of a body, which may not be JSON. */
  private static Optional<String> body(String text, int depth) {
    try {
      return words(JsonValue.read(text), depth);
    } catch (MalformedJsonException words) {
      return Optional.of(text).filter(said -> !said.isBlank());
    }
  }

  /** A value as a description; empty if it has none. */
  static Optional<String> words(JsonValue value) {
    return words(value, DEEPEST);
  }

  private static Optional<String> words(JsonValue value, int depth) {
    if (depth <= 0) {
      return Optional.empty();
    }
    return value
        .string()
        .filter(text -> !text.isBlank())
        .or(() -> value.elements().flatMap(all -> each(all, depth)))
        .or(() -> value.object().flatMap(object -> object(object, depth)));
  }

  private static Optional<String> object(JsonObject object, int depth) {
    Optional<String> inner = object.value("error").flatMap(error -> words(error, depth - 1));
    Optional<String> reason = inner.or(() -> of(object, depth));
    return reason.map(text -> place(object).map(place -> place + ": " + text).orElse(text));
  }

  /** The place of the error as pydantic reports it: {@code body.messages.0.name}. */
  private static Optional<String> place(JsonObject object) {
    return object
        .elements("loc")
        .map(
            path ->
                path.stream()
                    .map(step -> step.string().orElse(step.json().text()))
                    .collect(Collectors.joining(".")))
        .filter(path -> !path.isEmpty());
  }

  private static Optional<String> each(List<JsonValue> values, int depth) {
    String all =
        values.stream()
            .map(value -> words(value, depth - 1))
            .flatMap(Optional::stream)
            .limit(MOST)
            .collect(Collectors.joining("; "));
    return Optional.of(all).filter(text -> !text.isEmpty());
  }
}
