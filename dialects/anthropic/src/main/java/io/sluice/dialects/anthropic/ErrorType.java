package io.sluice.dialects.anthropic;

import io.sluice.stream.Failure;
import java.util.Map;
import java.util.Optional;

/**
 * The HTTP status that Anthropic gives to each type of error (Anthropic API, "Errors"). An error
 * inside a stream gets that status as its code, so that both are treated alike.
 */
final class ErrorType {

  private static final Map<String, String> STATUS =
      Map.of(
          "invalid_request_error", "400",
          "authentication_error", "401",
          "billing_error", "402",
          "permission_error", "403",
          "not_found_error", "404",
          "request_too_large", "413",
          "rate_limit_error", "429",
          "api_error", "500",
          "timeout_error", "504",
          "overloaded_error", "529");

  private ErrorType() {}

  static Failure.Provider coded(Failure.Provider error) {
    Optional<String> code =
        error.code().or(() -> error.type().flatMap(type -> Optional.ofNullable(STATUS.get(type))));
    return new Failure.Provider(code, error.type(), error.message());
  }
}
