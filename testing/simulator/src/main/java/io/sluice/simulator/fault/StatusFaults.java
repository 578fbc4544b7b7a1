package io.sluice.simulator.fault;

import io.sluice.simulator.chat.ChatAsk.UsageWish;
import io.sluice.simulator.chat.Documents;
import io.sluice.simulator.request.ErrorBody;
import io.sluice.simulator.script.Script;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Refusals by their HTTP status. */
final class StatusFaults {
  static final List<FaultKind> KINDS =
      List.of(
          FaultKind.of(
              Phase.ANSWER,
              "status",
              "N",
              500,
              "HTTP status N with an error body as the API words it: 401, 404, 429, 500, 503",
              StatusFaults::status),
          FaultKind.of(
              Phase.ANSWER,
              "retry-after",
              "S",
              1,
              "429 with Retry-After: S seconds",
              seconds -> (healthy, exchange) -> limited(exchange, Long.toString(seconds))),
          FaultKind.of(
              Phase.ANSWER,
              "retry-after-date",
              "S",
              1,
              "429 with Retry-After as a date S seconds from now",
              seconds -> (healthy, exchange) -> limited(exchange, date(seconds))),
          FaultKind.of(
              Phase.ANSWER,
              "quota",
              "429 with the code insufficient_quota, which no retry can cure",
              (healthy, exchange) ->
                  exchange.refusal(
                      429,
                      ErrorBody.of(
                          "You have used up your quota; the simulator was asked to say so",
                          "insufficient_quota",
                          "insufficient_quota"))),
          FaultKind.of(
              Phase.ANSWER,
              "redirect",
              "STATUS",
              307,
              "a redirect with that status to the same path on another host name",
              StatusFaults::redirect),
          FaultKind.of(
              Phase.ANSWER,
              "no-stream-options",
              "400 naming stream_options if the request has them",
              StatusFaults::noStreamOptions));

  private StatusFaults() {}

  private static Effect status(long status) {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException(
          "fault 'status': " + status + " is no error status; write one from 400 to 599");
    }
    return (healthy, exchange) -> exchange.refusal((int) status, ErrorBody.of((int) status));
  }

  private static Script limited(FaultedRequest exchange, String retryAfter) {
    return Documents.of(
        429,
        Map.of("Content-Type", "application/json", "Retry-After", retryAfter),
        exchange.api().refusedBody(429, ErrorBody.of(429)));
  }

  private static String date(long seconds) {
    Instant then = Instant.now().plus(Duration.ofSeconds(seconds));
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(then.atOffset(ZoneOffset.UTC));
  }

  private static Effect redirect(long status) {
    if (status < 300 || status > 399) {
      throw new IllegalArgumentException(
          "fault 'redirect': " + status + " is no redirect; write one from 300 to 399");
    }
    return (healthy, exchange) -> {
      // Another origin by its name, but reachable, so that a client that follows the redirect is
      // detected.
      String elsewhere = "http://localhost:" + exchange.port() + exchange.path();
      return Documents.of((int) status, Map.of("Location", elsewhere), "");
    };
  }

  private static Script noStreamOptions(Script healthy, FaultedRequest exchange) {
    if (exchange.ask().usage() == UsageWish.UNSAID) {
      return healthy;
    }
    return exchange.refusal(
        400,
        new ErrorBody(
            "Unrecognized request argument supplied: stream_options",
            "invalid_request_error",
            Optional.empty(),
            Optional.of("stream_options")));
  }
}
