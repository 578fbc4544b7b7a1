package io.sluice.simulator.fault;

import io.sluice.simulator.script.Mark;
import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import io.sluice.simulator.script.Step.Last;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Malicious servers: each of these faults must end in an error, without using much of the client's
 * memory.
 */
final class HostileFaults {
  private static final int PIECE = 64 << 10;

  static final List<FaultKind> KINDS =
      List.of(
          FaultKind.of(
              Phase.ANSWER,
              "no-headers",
              "the request is read and never answered",
              (healthy, exchange) -> Script.of(Last.STALL)),
          FaultKind.of(
              Phase.ANSWER,
              "endless",
              "an answer without end",
              (healthy, exchange) -> stream(exchange, repeatedText(exchange))),
          FaultKind.of(
              Phase.ANSWER,
              "endless-line",
              "a data line without end",
              (healthy, exchange) ->
                  stream(
                      exchange,
                      Script.of(Step.Body.of(exchange.framing().start()))
                          .then(Script.endless(() -> Said.PIECE_OF_LINE)))),
          FaultKind.of(
              Phase.ANSWER,
              "endless-headers",
              "headers without end",
              (healthy, exchange) ->
                  Script.of(Step.Raw.of("HTTP/1.1 200 OK\r\n"))
                      .then(Script.endless(() -> Said.HEADER))),
          FaultKind.of(
              Phase.ANSWER,
              "oversized-event",
              "BYTES",
              32L << 20,
              "one event with a text of BYTES bytes",
              number -> (healthy, exchange) -> stream(exchange, oversized(exchange, number))),
          FaultKind.of(
              Phase.ANSWER,
              "many-choices",
              "N",
              1_000_000,
              "a chunk for each of N choices",
              number ->
                  (healthy, exchange) ->
                      stream(exchange, counted(number, index -> text(exchange, index, "a")))),
          FaultKind.of(
              Phase.ANSWER,
              "deep-json",
              "N",
              10_000,
              "a chunk with arrays nested N deep",
              number -> (healthy, exchange) -> stream(exchange, deep(exchange, number))),
          FaultKind.of(
              Phase.ANSWER,
              "gzip-bomb",
              "MIB",
              1024,
              "a compressed event that unfolds to MIB mebibytes",
              number -> (healthy, exchange) -> GzipBomb.script(exchange.framing(), number)));

  /** The bytes that are sent repeatedly, created once. */
  private static final class Said {
    static final Step PIECE_OF_LINE = Step.Body.of("a".repeat(PIECE));
    static final Step HEADER = Step.Raw.of("X-Endless: " + "a".repeat(1000) + "\r\n");
  }

  private HostileFaults() {}

  /** A step repeated a number of times. */
  static Script repeated(Step step, long times) {
    return counted(times, number -> step);
  }

  private static Script counted(long times, LongFunction<Step> step) {
    Iterator<Step> steps = LongStream.range(0, times).mapToObj(step).iterator();
    return Script.from(steps);
  }

  private static Script stream(FaultedRequest exchange, Script body) {
    return Script.of(exchange.framing().head())
        .then(Script.from(exchange.api().beginning().iterator()))
        .then(body)
        .then(exchange.ending());
  }

  private static Script repeatedText(FaultedRequest exchange) {
    Step la = text(exchange, 0, "la ");
    return Script.endless(() -> la);
  }

  private static Step text(FaultedRequest exchange, long index, String text) {
    return exchange.framing().event(Mark.CHUNK, exchange.api().text(index, text));
  }

  private static Script oversized(FaultedRequest exchange, long bytes) {
    String chunk = exchange.framing().text(exchange.api().text(0, "|"));
    int middle = chunk.indexOf('|');
    return Script.of(Step.Body.of(chunk.substring(0, middle)))
        .then(repeated(Said.PIECE_OF_LINE, bytes / PIECE))
        .then(Script.of(Step.Body.of("a".repeat((int) (bytes % PIECE)))))
        .then(Script.of(Step.Body.of(chunk.substring(middle + 1))));
  }

  private static Script deep(FaultedRequest exchange, long depth) {
    int levels = (int) Math.min(depth, 16 << 20);
    String chunk = exchange.api().text(0, "deep");
    String nested = ",\"deep\":" + "[".repeat(levels) + "]".repeat(levels) + "}";
    String json = chunk.substring(0, chunk.length() - 1) + nested;
    return Script.of(exchange.framing().event(Mark.CHUNK, json));
  }
}
