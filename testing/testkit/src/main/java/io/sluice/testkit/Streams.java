package io.sluice.testkit;

import io.sluice.stream.End;
import io.sluice.stream.Failure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The streams that sinks are tested with. */
final class Streams {

  private static final String HALF_PAIR =
      "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\\u%s\"}}]}";

  private Streams() {}

  static Script whole() {
    return Script.answer("All ", "is ", "well.");
  }

  static Script cut() {
    return Script.silence().text("All ").text("is ").cut();
  }

  /**
   * The streams that end before the answer is whole, without a stop, by the name of what happened.
   */
  static Map<String, Script> lessThanWhole(Script begun) {
    var refused = new Failure.Provider(Optional.of("500"), Optional.empty(), "overloaded");
    Map<String, Script> streams = new LinkedHashMap<>();
    streams.put("was cut", begun.cut());
    streams.put("failed", begun.end(new End.Failed(refused)));
    streams.put("timed out", begun.end(new End.Silent(Failure.Timer.IDLE, Duration.ofSeconds(60))));
    return streams;
  }

  /** The streams for D2, by a description of their contents. */
  static Map<String, Script> ofEveryKind() {
    Map<String, Script> streams = new LinkedHashMap<>();
    streams.put("no chunk", Script.silence().done());
    streams.put("no chunk and no end mark", Script.silence().cut());
    streams.put("usage only", Script.of(Chunks.usage(3, 0)).done());
    streams.put("a role only", Script.of(Chunks.role(), Chunks.finish()).done());
    streams.put("empty text", Script.of(Chunks.text(""), Chunks.finish()).done());
    streams.put(
        "two choices",
        Script.of(Chunks.text(1, "b"), Chunks.text("a"), Chunks.finish(1), Chunks.finish()).done());
    streams.put("no choice 0", Script.of(Chunks.text(3, "d"), Chunks.finish(3)).done());
    streams.put("thinking", Script.of(Chunks.reasoning("hm"), Chunks.text("a")).done());
    streams.put("a tool call", Script.of(Chunks.toolCall("{\"a\""), Chunks.toolCall(":1}")).done());
    streams.put("unknown deltas", Script.of(Chunks.unknown(), Chunks.finish()).done());
    streams.put(
        "a pair of surrogates cut in two",
        Script.of(
                Chunks.read(HALF_PAIR.formatted("d83d")), Chunks.read(HALF_PAIR.formatted("de00")))
            .done());
    streams.put(
        "half a pair of surrogates", Script.of(Chunks.read(HALF_PAIR.formatted("d83d"))).cut());
    streams.put("a retry", Script.silence().retry().text("a").done());
    streams.putAll(lessThanWhole(Script.silence().text("a")));
    return streams;
  }
}
