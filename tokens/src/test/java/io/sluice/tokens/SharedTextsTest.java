package io.sluice.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sluice.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Counts of OpenAI's own tokenizer and servers, where the property {@code sluice.shared} names the
 * folder that holds them.
 */
class SharedTextsTest {

  @Test
  void textsHaveTheTokensTheyAreKnownToHave() throws IOException {
    List<JsonObject> texts = rows("texts.jsonl");

    assertThat(texts).isNotEmpty();
    assertThat(texts)
        .allSatisfy(
            row ->
                assertThat(TokenCounter.count(encoding(row), row.string("text").orElseThrow()))
                    .as(row.string("name").orElseThrow())
                    .isEqualTo(row.wholeNumber("tokens").orElseThrow()));
  }

  @Test
  void streamsHaveTheCountsTheyAreKnownToHaveAfterEachDelta() throws IOException {
    List<JsonObject> streams = rows("streams.jsonl");

    assertThat(streams).isNotEmpty();
    assertThat(streams)
        .allSatisfy(
            row ->
                assertThat(counts(row))
                    .as(row.string("name").orElseThrow())
                    .isEqualTo(
                        row.elements("counts").orElseThrow().stream()
                            .map(count -> count.wholeNumber().orElseThrow())
                            .toList()));
  }

  private static List<Long> counts(JsonObject row) {
    var counter = TokenCounter.of(encoding(row));
    return row.elements("deltas").orElseThrow().stream()
        .map(delta -> counter.append(delta.string().orElseThrow()).count())
        .toList();
  }

  private static TokenEncoding encoding(JsonObject row) {
    return TokenEncoding.named(row.string("encoding").orElseThrow()).orElseThrow();
  }

  private static List<JsonObject> rows(String name) throws IOException {
    String shared = System.getProperty("sluice.shared");
    assumeThat(shared).as("the folder sluice.shared").isNotNull();
    try (var lines = Files.lines(Path.of(shared, "tokens", name))) {
      return lines.map(JsonObject::read).toList();
    }
  }
}
