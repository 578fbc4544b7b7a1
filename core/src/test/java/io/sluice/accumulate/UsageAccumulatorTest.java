package io.sluice.accumulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.Json;
import io.sluice.chat.Usage;
import io.sluice.json.ChunkReader;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is made of several reports of usage in one stream. */
class UsageAccumulatorTest {
  private final ChunkReader reader = new ChunkReader();
  private final UsageAccumulator usage = new UsageAccumulator();

  @Test
  void ofFiguresThatGrowTheLastOnesCount() {
    Usage merged = after(report(5, 1, 6), report(5, 2, 7));

    assertThat(merged)
        .isEqualTo(
            Usage.builder(new Json(report(5, 2, 7)))
                .promptTokens(5)
                .completionTokens(2)
                .totalTokens(7)
                .build());
  }

  @Test
  void zerosBehindFiguresChangeNothing() {
    Usage merged = after(report(5, 2, 7), report(0, 0, 0));

    assertThat(merged.promptTokens()).isEqualTo(5);
    assertThat(merged.completionTokens()).isEqualTo(2);
    assertThat(merged.totalTokens()).isEqualTo(7);
    assertThat(merged.json().text()).isEqualTo(report(5, 2, 7));
  }

  @Test
  void aReportWithHolesFillsNoneOfThem() {
    Usage merged = after(report(5, 2, 7), "{\"prompt_tokens\":5,\"total_tokens\":5}");

    assertThat(merged.completionTokens()).isEqualTo(2);
    assertThat(merged.totalTokens()).isEqualTo(7);
    assertThat(merged.json().text()).isEqualTo(report(5, 2, 7));
  }

  @Test
  void detailsAreMergedLikeTheRest() {
    Usage merged =
        after(
            "{\"prompt_tokens\":5,\"details\":{\"cached\":3,\"audio\":0},\"cost\":null}",
            "{\"completion_tokens\":2,\"details\":{\"cached\":0,\"audio\":1},\"cost\":0.5}");

    assertThat(merged.json().text())
        .isEqualTo(
            "{\"prompt_tokens\":5,\"details\":{\"cached\":3,\"audio\":1},\"cost\":0.5,"
                + "\"completion_tokens\":2}");
    assertThat(merged.totalTokens()).isEqualTo(7);
  }

  private Usage after(String... reports) {
    for (String report : reports) {
      String chunk = "{\"choices\":[],\"usage\":" + report + "}";
      usage.add(reader.read(chunk, Duration.ZERO, kind -> {}));
    }
    return usage.result().orElseThrow();
  }

  private static String report(int prompt, int completion, int total) {
    return "{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d}"
        .formatted(prompt, completion, total);
  }
}
