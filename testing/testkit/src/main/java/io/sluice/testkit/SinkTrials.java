package io.sluice.testkit;

import io.sluice.stream.End;
import io.sluice.stream.Failure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The streams that sinks are tested with. */
final class SinkTrials {

  private static final String HALF_PAIR =
      "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\\u%s\"}}]}";

  private SinkTrials() {}

  static AnswerScript whole() {
    return AnswerScript.answer("All ", "is ", "well.");
  }

  static AnswerScript cut() {
    return AnswerScript.silence().text("All ").text("is ").cut();
  }

  /**
   * The streams that end before the answer is whole, without a stop, by the name of what happened.
   */
  static Map<String, AnswerScript> lessThanWhole(AnswerScript begun) {
    var refused = new Failure.Provider(Optional.of("500"), Optional.empty(), "overloaded");
    Map<String, AnswerScript> streams = new LinkedHashMap<>();
    streams.put("was cut", begun.cut());
    streams.put("failed", begun.end(new End.Failed(refused)));
    streams.put("timed out", begun.end(new End.Silent(Failure.Timer.IDLE, Duration.ofSeconds(60))));
    return streams;
  }

  /** The streams for D2, by a description of their contents. */
  static Map<String, AnswerScript> ofEveryKind() {
    Map<String, AnswerScript> streams = new LinkedHashMap<>();
    streams.put("no chunk", AnswerScript.silence().done());
    streams.put("no chunk and no end mark", AnswerScript.silence().cut());
    streams.put("usage only", AnswerScript.of(Chunks.usage(3, 0)).done());
    streams.put("a role only", AnswerScript.of(Chunks.role(), Chunks.finish()).done());
    streams.put("empty text", AnswerScript.of(Chunks.text(""), Chunks.finish()).done());
    streams.put(
        "two choices",
        AnswerScript.of(Chunks.text(1, "b"), Chunks.text("a"), Chunks.finish(1), Chunks.finish())
            .done());
    streams.put("no choice 0", AnswerScript.of(Chunks.text(3, "d"), Chunks.finish(3)).done());
    streams.put("thinking", AnswerScript.of(Chunks.reasoning("hm"), Chunks.text("a")).done());
    streams.put(
        "a tool call", AnswerScript.of(Chunks.toolCall("{\"a\""), Chunks.toolCall(":1}")).done());
    streams.put("unknown deltas", AnswerScript.of(Chunks.unknown(), Chunks.finish()).done());
    streams.put(
        "a pair of surrogates cut in two",
        AnswerScript.of(
                Chunks.read(HALF_PAIR.formatted("d83d")), Chunks.read(HALF_PAIR.formatted("de00")))
            .done());
    streams.put(
        "half a pair of surrogates",
        AnswerScript.of(Chunks.read(HALF_PAIR.formatted("d83d"))).cut());
    streams.put("a retry", AnswerScript.silence().retry().text("a").done());
    streams.putAll(lessThanWhole(AnswerScript.silence().text("a")));
    return streams;
  }
}
