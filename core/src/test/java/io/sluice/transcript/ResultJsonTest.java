package io.sluice.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonWriter;
import io.sluice.pipeline.SinkFailure;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResultJsonTest {

  private static final Json TOKENS =
      new Json(
          "{\"prompt\":9,\"completion\":2,\"total\":11,"
              + "\"encoding\":\"o200k_base\",\"basis\":\"exact\",\"formula\":\"chat\"}");

  private final StreamContext run = Samples.context(Optional.empty());
  private final Outcome whole = Samples.outcome(Status.COMPLETED, Optional.empty());
  private final Outcome cut =
      Samples.outcome(
          Status.TRUNCATED, Optional.of(new Failure.Connection("the answer is cut off: reset")));

  private final Outcome answered = whole.toBuilder().head(Samples.head()).build();

  @Test
  void resultsOfEveryShapeAreAsTheGoldenFileHasThem() throws IOException {
    var full =
        new SinkFailure("file", SinkFailure.Phase.CHUNK, new IOException("the disk is full"));
    assertThat(
            Stream.of(
                    ResultJson.of(whole).run(run).text(),
                    ResultJson.of(cut).run(run).text(),
                    ResultJson.of(whole).online().tokens(TOKENS).sinkFailures(List.of(full)).text(),
                    ResultJson.of(cut)
                        .offline()
                        .tokens(TOKENS)
                        .sinkFailures(List.of())
                        .with("label", JsonWriter.json("a"))
                        .text(),
                    end(whole),
                    end(cut),
                    ResultJson.of(answered).text(),
                    end(answered))
                .map(line -> line + "\n")
                .collect(Collectors.joining()))
        .isEqualTo(golden());
  }

  @Test
  void aMemberStandsBesideTheEndAndIsWrittenOnce() {
    ResultJson json =
        ResultJson.of(whole).with("label", new Json("1")).with("label", new Json("2"));
    assertThat(JsonObject.read(json.text()).wholeNumber("label")).hasValue(2);
    assertThat(json.text()).containsOnlyOnce("\"label\"");
  }

  @Test
  void whatIsNotAskedForIsNotWritten() {
    String text = ResultJson.of(whole).text();
    assertThat(JsonObject.read(text).object("sluice").orElseThrow().members())
        .containsOnlyKeys("status", "chunks", "attempts", "resent", "timing", "irregularities");
  }

  private static String end(Outcome outcome) {
    var end =
        (TranscriptLine.EndLine) TranscriptLine.parse(TranscriptWriter.end(outcome)).orElseThrow();
    return JsonWriter.object(text -> ResultJson.end(text, end));
  }

  private static String golden() throws IOException {
    try (InputStream in = ResultJsonTest.class.getResourceAsStream("results.jsonl")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
