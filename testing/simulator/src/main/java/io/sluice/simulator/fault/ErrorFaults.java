package io.sluice.simulator.fault;

import io.sluice.simulator.chat.ErrorBody;
import io.sluice.simulator.script.Mark;
import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Sse;
import io.sluice.simulator.script.Step;
import io.sluice.simulator.script.Step.Last;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Errors inside a stream, in every form that servers use. */
final class ErrorFaults {
  static final String MESSAGE = "the simulator was asked to fail here";
  private static final ErrorBody ERROR = ErrorBody.of(MESSAGE, "server_error", "server_error");

  static final List<FaultKind> KINDS =
      List.of(
          error(
              "error-event",
              "data: {\"error\": {…}} after K events",
              Sse.data(Mark.OTHER, ERROR.json())),
          error(
              "error-string",
              "data: {\"error\": \"…\"} after K events: the error is a string",
              Sse.data(Mark.OTHER, "{\"error\":\"" + MESSAGE + "\"}")),
          error(
              "error-named-event",
              "event: error with the error in data after K events",
              Sse.named("error", ERROR.object())),
          error(
              "error-line",
              "a bare line error: {…}, which is no data field, after K events",
              line(
                  "error: {\"code\":500,\"message\":\""
                      + MESSAGE
                      + "\",\"type\":\"server_error\"}")),
          FaultKind.of(
              Phase.EVENTS,
              "error-with-choices",
              "K",
              3,
              "an error beside choices with finish_reason error after K events, then [DONE]",
              events -> (healthy, exchange) -> healthy.after(events, rest -> besideChoices())),
          FaultKind.of(
              Phase.EVENTS,
              "error-after-finish",
              "data: {\"error\": {…}} after the finish reason, then [DONE]",
              (healthy, exchange) ->
                  EndingFaults.instead(
                      healthy,
                      Set.of(Mark.DONE),
                      Script.of(Sse.data(Mark.OTHER, ERROR.json()), Sse.done()))),
          FaultKind.of(
              Phase.EVENTS,
              "malformed",
              "K",
              3,
              "malformed JSON in a complete event after K events; the stream goes on",
              events ->
                  (healthy, exchange) -> healthy.after(events, rest -> malformed().then(rest))));

  private ErrorFaults() {}

  private static FaultKind error(String name, String description, Step error) {
    return FaultKind.of(
        Phase.EVENTS,
        name,
        "K",
        3,
        description,
        events -> (healthy, exchange) -> healthy.after(events, rest -> Script.of(error, Last.END)));
  }

  private static Step line(String line) {
    return new Step.Event(Mark.OTHER, StandardCharsets.UTF_8.encode(line + "\n\n"));
  }

  private static Script besideChoices() {
    String chunk = CannedChunk.json(0, "{\"content\":\"\"}", "\"error\"");
    String error = ",\"error\":{\"code\":502,\"message\":\"" + MESSAGE + "\"}}";
    return Script.of(
        Sse.data(Mark.OTHER, chunk.substring(0, chunk.length() - 1) + error), Sse.done(), Last.END);
  }

  private static Script malformed() {
    String chunk = CannedChunk.json(0, "{\"content\":\"oops\"}", "null");
    return Script.of(Sse.data(Mark.OTHER, chunk.substring(0, chunk.length() - 2)));
  }
}
