package io.sluice.cli;

import static io.sluice.cli.WireBytes.DONE;
import static io.sluice.cli.WireBytes.HEAD;
import static io.sluice.cli.WireBytes.HELLO;
import static io.sluice.cli.WireBytes.choices;
import static io.sluice.cli.WireBytes.data;
import static io.sluice.cli.WireBytes.finish;
import static io.sluice.cli.WireBytes.text;
import static io.sluice.cli.WireScenario.row;

import io.sluice.stream.Status;
import java.util.List;

/** Errors within a 200, in the shapes providers have given them. */
final class ErrorScenarios {

  static final List<WireScenario> ROWS =
      List.of(
          failed("an object", data("{\"error\":{\"message\":\"too busy\"}}") + DONE, 1).chunks(2),
          failed("a string", data("{\"error\":\"too busy\"}"), 1).chunks(2),
          failed(
              "a code that is a number",
              data("{\"error\":{\"message\":\"too busy\",\"code\":429}}"),
              7),
          failed(
              "a code that is a word",
              data("{\"error\":{\"message\":\"too busy\",\"code\":\"rate_limit_exceeded\"}}"),
              7),
          failed(
              "a key that is not taken any more",
              data("{\"error\":{\"message\":\"too busy\",\"code\":\"invalid_api_key\"}}"),
              6),
          failed(
              "flat, with an object's name",
              data("{\"object\":\"error\",\"message\":\"too busy\",\"code\":503}"),
              1),
          failed("an event named error", "event: error\n" + data("{\"message\":\"too busy\"}"), 1),
          failed(
              "an event named error, wrapped",
              "event: error\n" + data("{\"error\":{\"message\":\"too busy\"}}"),
              1),
          failed("an event named error that is no JSON", "event: error\ndata: too busy\n\n", 1),
          failed("a bare line", "error: {\"code\":500,\"message\":\"too busy\"}\n\n", 1).chunks(1),
          failed("a line of JSON", "{\"error\":{\"message\":\"too busy\"}}\n\n", 1).chunks(1),
          row("an error beside choices")
              .sends(
                  HEAD
                      + text("Hel")
                      + data(
                          "{\"error\":{\"message\":\"too busy\",\"code\":502},\"choices\":[{"
                              + "\"index\":0,\"delta\":{\"content\":\"\"},"
                              + "\"finish_reason\":\"error\"}]}")
                      + DONE)
              .ends(Status.FAILED, 1)
              .saying("too busy")
              .text("Hel")
              .finish("error"),
          broken("error"),
          broken("network_error"),
          broken("insufficient_system_resource"),
          row("an error when every choice had finished")
              .sends(HEAD + HELLO + data("{\"error\":{\"message\":\"too busy\"}}") + DONE)
              .ends(Status.FAILED, 1)
              .saying("too busy")
              .text("Hello")
              .finish("stop"),
          row("errors that are null mean nothing")
              .sends(HEAD + HELLO.replace("]}", "],\"error\":null}") + DONE)
              .text("Hello")
              .finish("stop"),
          failed(
              "malformed JSON in a whole event",
              "data: {\"choices\":nope}\n\n" + DONE,
              1,
              "malformed"),
          failed("half an object in a whole event", "data: {\"a\":[\n\n", 1, "ends too early"),
          failed("two values in one event", "data: {}{}\n\n", 1, "more than one"),
          failed("no object", "data: 42\n\n", 1, "no JSON object"),
          row("an error that is the first event is tried again if its code allows")
              .sends(HEAD + data("{\"error\":{\"message\":\"too busy\",\"code\":503}}") + DONE)
              .sends(HEAD + HELLO + DONE)
              .retried(1)
              .text("Hello")
              .finish("stop")
              .chunks(4),
          row("an error behind text is not")
              .sends(
                  HEAD + text("Hel") + data("{\"error\":{\"message\":\"too busy\",\"code\":503}}"))
              .sends(HEAD + HELLO + DONE)
              .retried(1)
              .attempts(1)
              .ends(Status.FAILED, 1)
              .text("Hel")
              .finish("-"),
          row("an error that quotes the key")
              .sends(
                  HEAD
                      + data(
                          "{\"error\":{\"message\":\"no "
                              + WireRuns.KEY
                              + " here\",\"code\":401}}"))
              .ends(Status.FAILED, 6)
              .saying("no *** here"),
          row("an answer that quotes the key")
              .sends(HEAD + text("it is " + WireRuns.KEY) + finish("stop") + DONE)
              .text("it is ***")
              .finish("stop"));

  private ErrorScenarios() {}

  private static WireScenario failed(String name, String event, int exitCode) {
    return failed("an error: " + name, event, exitCode, "too busy");
  }

  private static WireScenario failed(String name, String event, int exitCode, String words) {
    return row(name)
        .sends(HEAD + text("Hel") + event)
        .ends(Status.FAILED, exitCode)
        .saying(words)
        .text("Hel")
        .finish("-");
  }

  private static WireScenario broken(String reason) {
    return row("the finish reason " + reason)
        .sends(
            HEAD
                + text("Hel")
                + choices("{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}")
                + DONE)
        .ends(Status.FAILED, 1)
        .saying(reason)
        .text("Hel")
        .finish(reason);
  }
}
