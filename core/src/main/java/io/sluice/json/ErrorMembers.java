package io.sluice.json;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The members by which providers tell of an error without a member {@code error} around them: one
 * table for what is read of an HTTP answer and of an event. Names are compared as they are written;
 * those that are an HTTP API's own (AWS, .NET) begin with a capital letter.
 */
final class ErrorMembers {
  /** What says in words what went wrong, the most telling first. */
  private static final List<String> MESSAGES =
      List.of(
          "message",
          "detail",
          "details",
          "msg",
          "error_msg",
          "error_message",
          "errorMessage",
          "status_msg",
          "Message",
          "ErrorMessage",
          "error_description",
          "errors",
          "reason",
          "title");

  /** What names the error by a number or a word. */
  private static final List<String> CODES =
      List.of(
          "code",
          "error_code",
          "errorCode",
          "status_code",
          "statusCode",
          "Code",
          "ErrorCode",
          "__type");

  /** An object around the members of an error. */
  static final String BASE = "base_resp";

  /** Says whether all went well. */
  static final String SUCCESS = "success";

  /** Codes that mean that nothing went wrong. */
  private static final Set<String> FINE = Set.of("0", "200", "ok", "success", "succeed", "none");

  /** All of these: each unmodelled member of a chunk is looked for here. */
  private static final Set<String> TELLING =
      Stream.of(MESSAGES, CODES, List.of(BASE, SUCCESS))
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableSet());

  private ErrorMembers() {}

  /** Whether a member of that name may tell of an error. */
  static boolean tells(String name) {
    return TELLING.contains(name);
  }

  /** The members that may hold the message, in order. */
  static List<JsonValue> messages(JsonObject error) {
    return MESSAGES.stream().map(error::value).flatMap(Optional::stream).toList();
  }

  /** The code: a number or a word. */
  static Optional<String> code(JsonObject error) {
    return CODES.stream()
        .map(error::value)
        .flatMap(Optional::stream)
        .map(ErrorMembers::word)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Whether the members say that nothing went wrong. */
  static boolean isFine(JsonObject error) {
    return error.flag(SUCCESS).orElse(false)
        || code(error).filter(ErrorMembers::isFine).isPresent();
  }

  /** Whether a word says that nothing went wrong. */
  static boolean isFine(String word) {
    return FINE.contains(word.toLowerCase(Locale.ROOT));
  }

  private static Optional<String> word(JsonValue value) {
    return value
        .string()
        .or(() -> value.number().isPresent() ? Optional.of(value.json().text()) : Optional.empty())
        .filter(word -> !word.isBlank());
  }
}
