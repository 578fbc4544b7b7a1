package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.JsonObject;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.SimulatorBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run costs by the prices of the settings. */
class RunCostTest {
  @TempDir private Path folder;
  private Sluice sluice = Sluice.command();

  @BeforeEach
  void givePrices() throws IOException {
    sluice = new UserHome(folder).script().in(folder);
    Files.createDirectories(folder.resolve(".config/sluice"));
    Files.writeString(
        folder.resolve(".config/sluice/sluice.yaml"),
        "prices: {gpt-4o-mini: {input: 2, output: 8, cached: 0.5, currency: USD}}\n");
  }

  @Test
  void theServersFiguresCountAndCachedTokensApart() {
    String usage =
        "{\"prompt_tokens\":10,\"completion_tokens\":2,\"total_tokens\":12,"
            + "\"prompt_tokens_details\":{\"cached_tokens\":4}}";
    Sluice.Ran text = UserHome.answered(answering(usage), sluice, "-u", "Hello");
    Sluice.Ran json = UserHome.answered(answering(usage), sluice, "--json", "Hello");

    assertThat(text.err())
        .isEqualTo("usage: prompt 10, completion 2, total 12 tokens; cost 0.00003 USD\n");
    assertThat(sluice(json).object("cost").map(JsonObject::members).orElseThrow().toString())
        .isEqualTo("{amount=0.00003, currency=\"USD\", of=\"reported\"}");
  }

  @Test
  void withoutUsageOurOwnCountIsPriced() {
    Sluice.Ran text = UserHome.answered(answering("null"), sluice, "-u", "Hello");
    Sluice.Ran json = UserHome.answered(answering("null"), sluice, "--json", "Hello");

    assertThat(text.err())
        .isEqualTo(
            "usage: prompt 8, completion 1, total 9 tokens (not reported; counted with o200k_base,"
                + " exact); cost 0.000024 USD\n");
    assertThat(sluice(json).object("cost").orElseThrow().string("of")).contains("counted");
  }

  @Test
  void aModelWithoutAPriceIsSaidOnce() {
    String usage = "{\"prompt_tokens\":1,\"completion_tokens\":2}";
    Sluice.Ran text = UserHome.answered(answering(usage), sluice, "-u", "-m", "other", "Hello");
    Sluice.Ran json = UserHome.answered(answering(usage), sluice, "--json", "-m", "other", "Hello");

    assertThat(text.err())
        .isEqualTo(
            "usage: prompt 1, completion 2, total 3 tokens; no price for other in the settings\n");
    assertThat(sluice(json).members()).doesNotContainKey("cost");
    assertThat(json.err()).isEmpty();
  }

  @Test
  void theBuiltInModelIsFree() {
    Sluice.Ran ran = sluice.run("--offline", "-u", "-m", "gpt-4o-mini", "Hello");

    assertThat(ran.err()).contains("usage: prompt ").doesNotContain("cost", "price");
  }

  @Test
  void theCountOfARunIsWithoutItsCost() {
    Sluice.Ran json = UserHome.answered(answering("null"), sluice, "--json", "Hello");

    assertThat(sluice(json).object("tokens").orElseThrow().members())
        .containsOnlyKeys("prompt", "completion", "total", "encoding", "basis", "rule");
  }

  private static SimulatorBuilder answering(String usage) {
    String body =
        """
        data: {"id":"c","choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":"stop"}],"usage":USAGE}

        data: [DONE]

        """
            .replace("USAGE", usage);
    return Simulator.builder()
        .replayBytes(body.getBytes(StandardCharsets.UTF_8), "text/event-stream");
  }

  private static JsonObject sluice(Sluice.Ran ran) {
    return JsonObject.read(ran.out()).object("sluice").orElseThrow();
  }
}
