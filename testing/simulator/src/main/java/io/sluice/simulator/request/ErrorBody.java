package io.sluice.simulator.request;

import java.util.Optional;

/**
 * An error in the terms of OpenAI, from which each API makes its own.
 *
 * @param type such as {@code invalid_request_error}
 * @param code such as {@code invalid_api_key}
 * @param param the field that is wrong
 */
public record ErrorBody(
    String message, String type, Optional<String> code, Optional<String> param) {

  /** An error without a code or a field. */
  public static ErrorBody of(String message, String type) {
    return new ErrorBody(message, type, Optional.empty(), Optional.empty());
  }

  /** An error with a code, and without a field. */
  public static ErrorBody of(String message, String type, String code) {
    return new ErrorBody(message, type, Optional.of(code), Optional.empty());
  }

  /** The error that a real server sends with a status. */
  public static ErrorBody of(int status) {
    return switch (status) {
      case 400 -> of("the simulator was asked to find this request bad", "invalid_request_error");
      case 401 ->
          of(
              "the simulator was asked to refuse this key",
              "invalid_request_error",
              "invalid_api_key");
      case 403 ->
          of("the simulator was asked to forbid this", "invalid_request_error", "forbidden");
      case 404 ->
          of(
              "the simulator was asked not to know this model",
              "invalid_request_error",
              "model_not_found");
      case 429 ->
          of("the simulator was asked to limit this rate", "requests", "rate_limit_exceeded");
      default ->
          of(
              "the simulator was asked to answer " + status,
              status < 500 ? "invalid_request_error" : "server_error");
    };
  }
}
