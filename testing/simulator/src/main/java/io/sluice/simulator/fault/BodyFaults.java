package io.sluice.simulator.fault;

import io.sluice.simulator.chat.Documents;
import io.sluice.simulator.request.ErrorBody;
import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import java.util.List;
import java.util.Map;

/** Answers with status 200 that are not the requested stream. */
final class BodyFaults {
  private static final String PORTAL =
      "<!doctype html>\n<title>Welcome</title>\n<p>Accept our terms to use this network.</p>\n";

  static final List<FaultKind> KINDS =
      List.of(
          FaultKind.of(
              Phase.ANSWER,
              "html",
              "200 with an HTML page, as a captive portal sends",
              (healthy, exchange) ->
                  Documents.of(200, Map.of("Content-Type", "text/html; charset=utf-8"), PORTAL)),
          FaultKind.of(
              Phase.ANSWER,
              "empty",
              "200, an event stream that ends without a byte",
              (healthy, exchange) -> Script.of(exchange.framing().head(), Step.Last.END)),
          FaultKind.of(
              Phase.ANSWER,
              "json-error",
              "200 with an error as JSON instead of a stream",
              (healthy, exchange) -> exchange.refusal(200, ErrorBody.of(500))),
          FaultKind.of(
              Phase.ANSWER,
              "whole",
              "the whole completion as JSON though a stream was asked for",
              (healthy, exchange) ->
                  exchange.answers().script(exchange.ask().whole(), exchange.api())));

  private BodyFaults() {}
}
