package io.sluice.json;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The members by which providers report an error without a member {@code error} around them. HTTP
 * answers and events use the same table. Names are compared exactly; those of HTTP APIs (AWS, .NET)
 * begin with a capital letter.
 */
final class ErrorMembers {
  /** The members with a description, the most specific first. */
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

  /** The members with the error's number or word. */
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

  /** The member that reports success. */
  static final String SUCCESS = "success";

  /** Codes that report success. */
  private static final Set<String> FINE = Set.of("0", "200", "ok", "success", "succeed", "none");

  /** All of these names: each unmodelled member of a chunk is looked up here. */
  private static final Set<String> TELLING =
      Stream.of(MESSAGES, CODES, List.of(BASE, SUCCESS))
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableSet());

  private ErrorMembers() {}

  /** Whether a member with that name may report an error. */
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

  /** Whether the members report success. */
  static boolean isFine(JsonObject error) {
    return error.flag(SUCCESS).orElse(false)
        || code(error).filter(ErrorMembers::isFine).isPresent();
  }

  /** Whether a word reports success. */
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
