package io.sluice.simulator.fault;

import io.sluice.simulator.request.ErrorBody;
import io.sluice.simulator.script.EventFraming;
import io.sluice.simulator.script.Mark;
import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import io.sluice.simulator.script.Step.Last;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Errors inside a stream, in every form that servers use. */
final class ErrorFaults {
  static final String MESSAGE = "the simulator was asked to fail here";
  private static final ErrorBody ERROR = ErrorBody.of(MESSAGE, "server_error", "server_error");
  private static final String NAMED =
      "{\"message\":\"" + MESSAGE + "\",\"type\":\"server_error\",\"code\":\"server_error\"}";
  private static final String LINE =
      "error: {\"code\":500,\"message\":\"" + MESSAGE + "\",\"type\":\"server_error\"}";

  static final List<FaultKind> KINDS =
      List.of(
          error(
              "error-event",
              "data: {\"error\": {…}} after K events",
              exchange -> exchange.api().error(ERROR)),
          error(
              "error-string",
              "data: {\"error\": \"…\"} after K events: the error is a string",
              exchange -> exchange.event("{\"error\":\"" + MESSAGE + "\"}")),
          error(
              "error-named-event",
              "event: error with the error in data after K events",
              ErrorFaults::named),
          error(
              "error-line",
              "a bare line error: {…}, which is no data field, after K events",
              exchange -> event(LINE + exchange.framing().end())),
          FaultKind.of(
              Phase.EVENTS,
              "error-with-choices",
              "K",
              3,
              "an error beside choices with finish_reason error after K events, then [DONE]",
              events ->
                  (healthy, exchange) -> healthy.after(events, rest -> besideChoices(exchange))),
          FaultKind.of(
              Phase.EVENTS,
              "error-after-finish",
              "data: {\"error\": {…}} after the finish reason, then [DONE]",
              (healthy, exchange) -> healthy.each(new AfterFinish(exchange.api().error(ERROR)))),
          FaultKind.of(
              Phase.EVENTS,
              "malformed",
              "K",
              3,
              "malformed JSON in a complete event after K events; the stream goes on",
              events ->
                  (healthy, exchange) ->
                      healthy.after(events, rest -> Script.of(malformed(exchange)).then(rest))));

  private ErrorFaults() {}

  private static FaultKind error(
      String name, String description, Function<FaultedRequest, Step> error) {
    return FaultKind.of(
        Phase.EVENTS,
        name,
        "K",
        3,
        description,
        events ->
            (healthy, exchange) ->
                healthy.after(events, rest -> Script.of(error.apply(exchange), Last.END)));
  }

  /** Where events have no names, only the data is left. */
  private static Step named(FaultedRequest exchange) {
    EventFraming framing = exchange.framing();
    String name = framing.start().isBlank() ? "" : "event: error\n";
    return event(name + framing.start() + NAMED + framing.end());
  }

  private static Step event(String text) {
    return new Step.Event(Mark.OTHER, StandardCharsets.UTF_8.encode(text));
  }

  private static Script besideChoices(FaultedRequest exchange) {
    String chunk =
        exchange.api().text(0, "").replace("\"finish_reason\":null", "\"finish_reason\":\"error\"");
    String error = ",\"error\":{\"code\":502,\"message\":\"" + MESSAGE + "\"}}";
    return Script.of(exchange.event(chunk.substring(0, chunk.length() - 1) + error))
        .then(exchange.ending());
  }

  private static Step malformed(FaultedRequest exchange) {
    String chunk = exchange.api().text(0, "oops");
    return exchange.event(chunk.substring(0, chunk.length() - 2));
  }
}
