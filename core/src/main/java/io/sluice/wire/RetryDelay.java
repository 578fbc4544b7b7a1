package io.sluice.wire;

import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.MalformedJsonException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The wait that Google's error bodies ask for: {@code error.details[].retryDelay}, a duration in
 * JSON form (google.rpc.RetryInfo).
 */
final class RetryDelay {
  private static final Pattern SECONDS = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)s");

  private RetryDelay() {}

  /** The wait that a body asks for; empty if it is not JSON or asks for none. */
  static Optional<Duration> in(String body) {
    try {
      return JsonValue.read(body).elements().orElse(List.of(JsonValue.read(body))).stream()
          .flatMap(value -> value.object().stream())
          .flatMap(object -> object.object("error").stream())
          .flatMap(error -> error.elements("details").orElse(List.of()).stream())
          .flatMap(detail -> detail.object().stream())
          .flatMap(detail -> delay(detail).stream())
          .findFirst();
    } catch (MalformedJsonException noJson) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> delay(JsonObject detail) {
    Matcher delay = SECONDS.matcher(detail.string("retryDelay").orElse(""));
    return delay.matches() ? Decimal.parse(delay.group(1)).map(Decimal::seconds) : Optional.empty();
  }
}
