package io.sluice.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sluice.chat.ChatRequest;
import io.sluice.json.JsonObject;
import io.sluice.json.RequestJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Counts known from elsewhere, where the property {@code sluice.shared} names the folder that holds
 * them. Two groups are known to differ and are left out: texts of characters newer than the Unicode
 * tables of JDK 17, and prompts of models that reason, which are wrapped in fewer tokens.
 */
class SharedTextsTest {

  private static final String NEWER_THAN_JDK_17 = "unicode14-16/";

  private final TokenCounts counts = new TokenCounts();

  @ParameterizedTest
  @EnumSource(names = {"O200K_BASE", "CL100K_BASE"})
  void textsHaveTheTokensTheyAreKnownToHave(TokenEncoding encoding) throws IOException {
    List<JsonObject> texts =
        rows(
            "texts.jsonl",
            row ->
                row.string("encoding").filter(encoding.word()::equals).isPresent()
                    && !row.string("name").orElseThrow().startsWith(NEWER_THAN_JDK_17));

    assertThat(texts).isNotEmpty();
    assertThat(texts)
        .allSatisfy(
            row ->
                assertThat(counts.count(encoding, row.string("text").orElseThrow()))
                    .as(row.string("name").orElseThrow())
                    .isEqualTo(row.wholeNumber("tokens").orElseThrow()));
  }

  @Test
  void promptsHaveTheTokensThatTheirServersReported() throws IOException {
    List<JsonObject> prompts =
        rows("messages.jsonl", row -> row.string("model").orElseThrow().startsWith("gpt-4o"));

    assertThat(prompts).isNotEmpty();
    assertThat(prompts)
        .allSatisfy(
            row ->
                assertThat(prompt(row))
                    .isEqualTo(
                        new Counted(row.wholeNumber("prompt_tokens").orElseThrow(), Basis.EXACT)));
  }

  private Counted prompt(JsonObject row) {
    String messages = row.value("messages").orElseThrow().json().text();
    ChatRequest request = RequestJson.read("{\"messages\":" + messages + "}");
    var model = ModelEncoding.of(row.string("model").orElseThrow());
    return new ChatTokens(counts, model).prompt(request);
  }

  private static List<JsonObject> rows(String name, Predicate<JsonObject> which)
      throws IOException {
    String shared = System.getProperty("sluice.shared");
    assumeThat(shared).as("the folder sluice.shared").isNotNull();
    try (var lines = Files.lines(Path.of(shared, "tokens", name))) {
      return lines.map(JsonObject::read).filter(which).toList();
    }
  }
}
