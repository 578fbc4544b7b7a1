package io.sluice.simulator.fault;

import io.sluice.simulator.script.Mark;
import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Sse;
import io.sluice.simulator.script.Step;
import io.sluice.simulator.script.Step.Last;
import java.time.Duration;
import java.util.List;
import java.util.Set;

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
              events -> (healthy, exchange) -> healthy.after(events, rest -> half())),
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
              (healthy, exchange) ->
                  instead(
                      healthy,
                      Set.of(Mark.DONE),
                      Script.of(Step.Body.of("data: [DONE]"), Last.END))),
          FaultKind.of(
              Phase.EVENTS,
              "comments-only",
              "K",
              SOME,
              "nothing but keep-alive comments after K events, one a second",
              events -> (healthy, exchange) -> healthy.after(events, rest -> comments())),
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
        Phase.EVENTS,
        name,
        description,
        (healthy, exchange) -> instead(healthy, Set.of(Mark.USAGE, Mark.DONE), Script.of(last)));
  }

  private static Script comments() {
    var second = new Step.Wait(Duration.ofSeconds(1));
    return Script.endless(() -> second).each(pause -> Script.of(pause, Sse.comment("keep-alive")));
  }

  private static Script half() {
    return Script.of(Step.Body.of("data: {\"id\":\"chatcmpl-1\",\"choices\":[{\"ind"), Last.END);
  }

  private static Script without(Script healthy, Mark mark) {
    return healthy.each(
        step ->
            step instanceof Step.Event event && event.mark() == mark
                ? Script.of()
                : Script.of(step));
  }

  /** The answer with a replacement for each of its events that has one of these marks. */
  static Script instead(Script healthy, Set<Mark> marks, Script replacement) {
    return healthy.each(
        step ->
            step instanceof Step.Event event && marks.contains(event.mark())
                ? replacement
                : Script.of(step));
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
