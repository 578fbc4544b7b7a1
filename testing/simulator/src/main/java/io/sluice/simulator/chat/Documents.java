package io.sluice.simulator.chat;

import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/** Answers that are one document and not a stream. */
public final class Documents {
  private static final String JSON = "application/json";

  private Documents() {}

  /** A script that is made only when it is played. */
  static Script lazily(Supplier<Script> script) {
    return Script.of(Step.Last.END).each(end -> script.get());
  }

  /** Returns an answer in one JSON document, with that HTTP status. */
  public static Script json(int status, String body) {
    return of(status, Map.of("Content-Type", JSON), body);
  }

  /** A document with its length. */
  public static Script of(int status, Map<String, String> headers, String body) {
    var document = Step.Body.of(body);
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return Script.of(
        new Step.Head(status, headers).with("Content-Length", Integer.toString(length)),
        document,
        Step.Last.END);
  }
}
