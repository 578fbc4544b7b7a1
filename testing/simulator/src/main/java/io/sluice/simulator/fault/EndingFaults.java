package io.sluice.simulator.fault;

import io.sluice.simulator.script.Mark;
import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import io.sluice.simulator.script.Step.Last;
import java.time.Duration;
import java.util.List;

/** Streams that do not end correctly. */
final class EndingFaults {
  private static final long SOME = 3;

  static final List<FaultKind> KINDS =
      List.of(
          ending(
              "cut",
              "the connection closes (FIN) after K events, in the middle of the body",
              Last.CLOSE),
          ending("end", "the body ends after K events, well-formed as HTTP", Last.END),
          ending("reset", "the connection is reset (RST) after K events", Last.RESET),
          ending("stall", "silence after K events, on an open socket", Last.STALL),
          FaultKind.of(
              Phase.EVENTS,
              "truncated-event",
              "K",
              SOME,
              "the body ends in the middle of an event after K whole ones",
              events -> (healthy, exchange) -> healthy.after(events, rest -> half(exchange))),
          finishing(
              "cut-finish",
              "the connection closes after the finish reason, before [DONE]",
              Last.CLOSE),
          finishing(
              "stall-finish", "silence after the finish reason, on an open socket", Last.STALL),
          finishing(
              "reset-finish", "the connection is reset (RST) after the finish reason", Last.RESET),
          FaultKind.of(
              Phase.EVENTS,
              "unfinished-done",
              "the body ends with [DONE] and no blank line behind it",
              (healthy, exchange) -> new UnfinishedEnd(healthy, exchange.framing())),
          FaultKind.of(
              Phase.EVENTS,
              "comments-only",
              "K",
              SOME,
              "nothing but keep-alive comments after K events, one a second",
              events -> (healthy, exchange) -> healthy.after(events, rest -> comments(exchange))),
          FaultKind.of(
              Phase.EVENTS,
              "no-done",
              "the body ends without [DONE]",
              (healthy, exchange) -> without(healthy, Mark.DONE)),
          FaultKind.of(
              Phase.EVENTS,
              "missing-finish",
              "[DONE] comes, but no chunk with a finish reason",
              (healthy, exchange) -> without(healthy, Mark.FINISH)),
          FaultKind.of(
              Phase.EVENTS,
              "open-after-done",
              "the socket stays open and silent after [DONE]",
              (healthy, exchange) -> last(healthy, Last.STALL)),
          FaultKind.of(
              Phase.EVENTS,
              "keep-alive-close",
              "keep-alive is announced and the connection closed after the answer",
              (healthy, exchange) ->
                  last(healthy, Last.END_AND_CLOSE).each(EndingFaults::keepAlive)));

  private EndingFaults() {}

  private static FaultKind ending(String name, String description, Last last) {
    return FaultKind.of(
        Phase.EVENTS,
        name,
        "K",
        SOME,
        description,
        events -> (healthy, exchange) -> healthy.after(events, rest -> Script.of(last)));
  }

  private static FaultKind finishing(String name, String description, Last last) {
    return FaultKind.of(
        Phase.EVENTS, name, description, (healthy, exchange) -> behindTheFinish(healthy, last));
  }

  private static Script comments(FaultedRequest exchange) {
    var second = new Step.Wait(Duration.ofSeconds(1));
    Step comment = exchange.framing().keepAlive();
    return Script.endless(() -> second).each(pause -> Script.of(pause, comment));
  }

  private static Script half(FaultedRequest exchange) {
    String event = exchange.framing().text(exchange.api().text(0, "half"));
    return Script.of(Step.Body.of(event.substring(0, event.length() * 2 / 3)), Last.END);
  }

  private static Script without(Script healthy, Mark mark) {
    return healthy.each(
        step ->
            step instanceof Step.Event event && event.mark() == mark
                ? Script.of()
                : Script.of(step));
  }

  /** In some APIs nothing follows the finish but the end of the body. */
  private static Script behindTheFinish(Script healthy, Last last) {
    return healthy.each(step -> Script.of(isBehindTheFinish(step) ? last : step));
  }

  private static boolean isBehindTheFinish(Step step) {
    return step == Last.END
        || (step instanceof Step.Event event
            && (event.mark() == Mark.USAGE || event.mark() == Mark.DONE));
  }

  private static Script last(Script healthy, Last last) {
    return healthy.each(step -> Script.of(step == Last.END ? last : step));
  }

  private static Script keepAlive(Step step) {
    return Script.of(
        step instanceof Step.Head head
            ? head.with("Connection", "keep-alive").with("Keep-Alive", "timeout=5, max=100")
            : step);
  }
}
