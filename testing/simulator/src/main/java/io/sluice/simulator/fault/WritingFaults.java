package io.sluice.simulator.fault;

import io.sluice.simulator.script.EventFraming;
import io.sluice.simulator.script.Rate;
import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Healthy answers with another encoding, another splitting or another pace. */
final class WritingFaults {
  /** One day; a longer wait would exceed the clock's range. */
  private static final long LONGEST_MILLIS = 86_400_000;

  static final List<FaultKind> KINDS =
      List.of(
          FaultKind.of(
              Phase.TEXT,
              "crlf",
              "lines end with CR LF",
              (healthy, exchange) -> retold(healthy, text -> text.replaceAll("\r?\n", "\r\n"))),
          FaultKind.of(
              Phase.TEXT,
              "no-space",
              "data:{…} without the space",
              (healthy, exchange) -> retold(healthy, text -> text.replace("data: ", "data:"))),
          FaultKind.of(
              Phase.TEXT,
              "pretty",
              "the JSON of an event over many data lines",
              (healthy, exchange) -> pretty(healthy, exchange.framing())),
          FaultKind.of(
              Phase.TEXT,
              "bom",
              "a byte order mark before the first event",
              (healthy, exchange) -> afterHead(healthy, Script.of(Step.Body.of("\uFEFF")))),
          FaultKind.of(
              Phase.EVENTS,
              "comments",
              "N",
              3,
              "N keep-alive comments before the first event",
              number -> (healthy, exchange) -> afterHead(healthy, comments(exchange, number))),
          FaultKind.of(
              Phase.PACE,
              "slow-headers",
              "MS",
              1000,
              "nothing at all for MS milliseconds",
              number -> (healthy, exchange) -> Script.of(millis(number)).then(healthy)),
          FaultKind.of(
              Phase.PACE,
              "slow-first-token",
              "MS",
              1000,
              "MS milliseconds between the headers and the first event",
              number -> (healthy, exchange) -> afterHead(healthy, Script.of(millis(number)))),
          FaultKind.of(
              Phase.PACE,
              "rate",
              "N",
              20,
              "N chunks a second",
              number -> (healthy, exchange) -> Rate.perSecond(healthy, (double) number)),
          FaultKind.of(
              Phase.TEXT,
              "burst-tokens",
              "K",
              4,
              "K tokens in each chunk of text",
              number -> (healthy, exchange) -> new TokenBursts(healthy, number)),
          FaultKind.ofTwo(
              Phase.FREEZE,
              "freeze",
              "AT,FOR",
              5,
              2,
              "AT seconds after the first request everything stands still for FOR seconds",
              (at, length) ->
                  (healthy, exchange) -> new FrozenScript(healthy, exchange.began(), at, length)),
          FaultKind.of(
              Phase.CODING,
              "gzip",
              "the body is compressed, though nobody offered to accept it",
              (healthy, exchange) -> PackedScript.gzip(healthy)),
          FaultKind.of(
              Phase.CODING,
              "deflate",
              "the same as gzip in the other coding",
              (healthy, exchange) -> PackedScript.deflate(healthy)),
          FaultKind.of(
              Phase.PIECES,
              "one-write",
              "the whole body in one write (up to 16 MiB each)",
              (healthy, exchange) -> new OneWrite(healthy)),
          FaultKind.of(
              Phase.PIECES,
              "byte-per-write",
              "the body one byte a write",
              (healthy, exchange) -> healthy.each(step -> new ByteByByte(step, Script::of))),
          FaultKind.of(
              Phase.PIECES,
              "slow-loris",
              "MS",
              1000,
              "the body one byte at a time, every MS milliseconds",
              number ->
                  (healthy, exchange) ->
                      healthy.each(
                          step ->
                              new ByteByByte(step, crumb -> Script.of(millis(number), crumb)))));

  private WritingFaults() {}

  /** An event that is a line of JSON cannot have several. */
  private static Script pretty(Script healthy, EventFraming framing) {
    return framing.start().startsWith("data:")
        ? retold(healthy, WritingFaults::overManyLines)
        : healthy;
  }

  /** Finds a comma and a name in quotes: within a string the quotes would be escaped. */
  private static String overManyLines(String event) {
    return event.replaceAll(",(\"\\w+\":)", ",\ndata: $1");
  }

  private static Script retold(Script healthy, UnaryOperator<String> change) {
    return healthy.each(
        step -> {
          if (step instanceof Step.Event event) {
            String text = StandardCharsets.UTF_8.decode(event.bytes().duplicate()).toString();
            return Script.of(
                new Step.Event(event.mark(), StandardCharsets.UTF_8.encode(change.apply(text))));
          }
          return Script.of(step);
        });
  }

  private static Script afterHead(Script healthy, Script inserted) {
    return healthy.each(
        step -> step instanceof Step.Head ? Script.of(step).then(inserted) : Script.of(step));
  }

  private static Script comments(FaultedRequest exchange, long number) {
    return HostileFaults.repeated(exchange.framing().keepAlive(), number);
  }

  static Step millis(long millis) {
    return new Step.Wait(Duration.ofMillis(Math.min(millis, LONGEST_MILLIS)));
  }
}
