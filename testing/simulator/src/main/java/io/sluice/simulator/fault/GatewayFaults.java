package io.sluice.simulator.fault;

import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import io.sluice.simulator.script.Step.Last;
import java.util.List;

/** Gateways between a client and a model that mix up their answers. */
final class GatewayFaults {

  static final List<FaultKind> KINDS =
      List.of(
          FaultKind.of(
              Phase.EVENTS,
              "finish-early",
              "MS",
              3000,
              "the first chunk has the finish reason, the text follows MS milliseconds later",
              millis ->
                  (healthy, exchange) -> healthy.each(EarlyFinish.once(exchange.api(), millis))),
          FaultKind.of(
              Phase.EVENTS,
              "finish-every",
              "every chunk has the finish reason",
              (healthy, exchange) ->
                  healthy.each(step -> EarlyFinish.always(exchange.api(), step))),
          FaultKind.of(
              Phase.EVENTS,
              "splice",
              "K",
              3,
              "a second answer from its beginning after K events of the first, in one body",
              events -> (healthy, exchange) -> healthy.after(events, rest -> body(exchange))),
          FaultKind.of(
              Phase.ANSWER,
              "dead-connection",
              "N",
              1,
              "a kept connection swallows what follows its first N requests without a byte",
              requests ->
                  (healthy, exchange) ->
                      exchange.earlier() < requests ? healthy : Script.of(Last.STALL)));

  private GatewayFaults() {}

  private static Script body(FaultedRequest exchange) {
    return exchange
        .another()
        .each(step -> step instanceof Step.Head ? Script.of() : Script.of(step));
  }
}
