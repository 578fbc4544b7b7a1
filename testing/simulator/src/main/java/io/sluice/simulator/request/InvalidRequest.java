package io.sluice.simulator.request;

import io.sluice.simulator.json.ParsedJson;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Thrown for a request that cannot be answered; says which field is wrong and what it should be, in
 * the words, codes and field names of OpenAI.
 */
public final class InvalidRequest extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient ErrorBody body;

  private InvalidRequest(ErrorBody body) {
    super(body.message());
    this.body = body;
  }

  /** A fault that OpenAI gives no code; an empty name means the whole body. */
  public static InvalidRequest plain(String param, String message) {
    Optional<String> field = param.isEmpty() ? Optional.empty() : Optional.of(param);
    return new InvalidRequest(
        new ErrorBody(message, "invalid_request_error", Optional.empty(), field));
  }

  /** A fault with a code of OpenAI. */
  public static InvalidRequest coded(String param, String code, String message) {
    return new InvalidRequest(
        new ErrorBody(message, "invalid_request_error", Optional.of(code), Optional.of(param)));
  }

  /** A field that must be there and is not. */
  public static InvalidRequest missing(String param) {
    return coded(
        param, "missing_required_parameter", "Missing required parameter: '" + param + "'.");
  }

  /** A value of a wrong type; {@code expected} has its article. */
  public static InvalidRequest type(String param, String expected, Object value) {
    return coded(
        param,
        "invalid_type",
        "Invalid type for '%s': expected %s, but got %s instead."
            .formatted(param, expected, typeOf(value)));
  }

  /** A word that is none of those supported. */
  public static InvalidRequest value(String param, String value, List<String> supported) {
    return coded(
        param,
        "invalid_value",
        "Invalid value: '%s'. Supported values are: %s.".formatted(value, listed(supported)));
  }

  /** A field that other models of OpenAI know. */
  public static InvalidRequest unsupported(String param, String remedy) {
    return coded(
        param,
        "unsupported_parameter",
        ("Unsupported parameter: '" + param + "' is not supported with this model. " + remedy)
            .strip());
  }

  /** A value that other models of OpenAI know. */
  public static InvalidRequest unsupportedValue(String param, String value, String remedy) {
    return coded(
        param,
        "unsupported_value",
        "Unsupported value: '%s' does not support '%s' with this model. %s"
            .formatted(param, value, remedy));
  }

  /** A bound that is not kept; {@code what} is such as "array too long". */
  public static InvalidRequest bound(String param, String code, String what, String expectation) {
    return coded(param, code, "Invalid '" + param + "': " + what + ". Expected " + expectation);
  }

  private static String listed(List<String> values) {
    List<String> quoted = values.stream().map(value -> "'" + value + "'").toList();
    if (quoted.size() == 1) {
      return quoted.get(0);
    }
    int last = quoted.size() - 1;
    String comma = quoted.size() > 2 ? "," : "";
    return String.join(", ", quoted.subList(0, last)) + comma + " and " + quoted.get(last);
  }

  private static String typeOf(Object value) {
    if (value instanceof Number) {
      boolean whole =
          value instanceof Integer || value instanceof Long || value instanceof BigInteger;
      return whole ? "an integer" : "a decimal";
    }
    if (value instanceof String) {
      return "a string";
    }
    if (value instanceof Boolean) {
      return "a boolean";
    }
    return value == ParsedJson.NULL ? "null" : value instanceof Map ? "an object" : "an array";
  }

  /** The error that the client receives, with status 400. */
  public ErrorBody body() {
    return body;
  }
}
