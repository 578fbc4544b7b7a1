package io.sluice.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.accumulate.ProgressAccumulator;
import io.sluice.json.ChunkReader;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Retry;
import io.sluice.tokens.Basis;
import io.sluice.tokens.TokenCount;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaneLinesTest {
  private long now;
  private final ProgressAccumulator progress = new ProgressAccumulator(() -> now);
  private TokenCount tokens = new TokenCount(0, Basis.EXACT);

  @Test
  void eachStageOfAnAnswerHasItsLine() {
    assertThat(after(1200)).isEqualTo("1.2 s · waiting");
    progress.retry(new Retry(2, Duration.ofSeconds(3), new Failure.Connection("refused")));
    assertThat(after(1000)).isEqualTo("2.2 s · attempt 2 in 2.0 s");
    assertThat(after(2000)).isEqualTo("4.2 s · attempt 2");
    progress.add(chunk("{\"content\":\"Hi\"}", 100));
    tokens = new TokenCount(82, Basis.ESTIMATED);
    assertThat(after(2000)).isEqualTo("6.2 s · ~82 tokens · 41 tok/s");
  }

  @Test
  void whileThereIsNothingToReadTheWaitIsShown() {
    now += TimeUnit.MILLISECONDS.toNanos(2500);

    assertThat(PaneLines.instead(0, progress.result())).isEqualTo("⠋ nothing to read for 2.5 s");
  }

  @Test
  void oneLineTellsOfAll() {
    progress.add(chunk("{}", 0));
    progress.add(chunk("{}", 0));
    now += TimeUnit.SECONDS.toNanos(3);

    assertThat(PaneLines.all(1, List.of("a", "b"), List.of(progress.result(), progress.result())))
        .isEqualTo("⠙ a: 2 chunks · b: 2 chunks · 3.0 s");
  }

  @Test
  void theClockStopsWithTheAnswer() {
    now += TimeUnit.SECONDS.toNanos(1);
    progress.end();

    assertThat(after(1000)).isEqualTo("1.0 s · waiting");
  }

  private String after(long milliseconds) {
    now += TimeUnit.MILLISECONDS.toNanos(milliseconds);
    return PaneLines.below(progress.result(), tokens);
  }

  private static Chunk chunk(String delta, long at) {
    String json = "{\"choices\":[{\"delta\":" + delta + "}]}";
    return new ChunkReader().read(json, Duration.ofMillis(at), kind -> {});
  }
}
