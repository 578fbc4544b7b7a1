package io.sluice.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.live.Pace;
import io.sluice.cli.live.Stopwatch;
import io.sluice.json.ChunkReader;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Retry;
import io.sluice.tokens.Basis;
import io.sluice.tokens.TokenCount;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaneLinesTest {
  private long now = 5;
  private final Pace pace = new Pace(new Stopwatch(() -> now), chunk -> {});
  private TokenCount tokens = new TokenCount(0, Basis.EXACT);

  @Test
  void eachStageOfAnAnswerHasItsLine() throws IOException {
    assertThat(after(1200)).isEqualTo("1.2 s · waiting");
    pace.onRetry(new Retry(2, Duration.ofSeconds(3), new Failure.Connection("refused")));
    assertThat(after(1000)).isEqualTo("2.2 s · attempt 2 in 2.0 s");
    assertThat(after(2000)).isEqualTo("4.2 s · attempt 2");
    pace.onChunk(chunk("{\"content\":\"Hi\"}", 100));
    tokens = new TokenCount(82, Basis.ESTIMATED);
    assertThat(after(2000)).isEqualTo("6.2 s · ~82 tokens · 41 tok/s");
  }

  @Test
  void whileThereIsNothingToReadTheWaitIsShown() {
    now += TimeUnit.MILLISECONDS.toNanos(2500);

    assertThat(PaneLines.instead(0, pace.lap())).isEqualTo("⠋ nothing to read for 2.5 s");
  }

  @Test
  void oneLineTellsOfAll() throws IOException {
    pace.onChunk(chunk("{}", 0));
    pace.onChunk(chunk("{}", 0));
    now += TimeUnit.SECONDS.toNanos(3);

    assertThat(PaneLines.all(1, List.of("a", "b"), List.of(pace.lap(), pace.lap())))
        .isEqualTo("⠙ a: 2 chunks · b: 2 chunks · 3.0 s");
  }

  @Test
  void theRequestWasWrittenAsLongAgoAsTheQuickestChunkSays() throws IOException {
    now += TimeUnit.MILLISECONDS.toNanos(500);
    pace.onChunk(chunk("{}", 100));
    now += TimeUnit.MILLISECONDS.toNanos(100);
    pace.onChunk(chunk("{}", 300));
    now += TimeUnit.MILLISECONDS.toNanos(100);
    pace.onChunk(chunk("{}", 350));

    assertThat(pace.lap().sent()).hasValue(Duration.ofMillis(300));
    assertThat(pace.lap().longestGap()).hasValue(Duration.ofMillis(200));
    assertThat(pace.lap().firstToken()).isEmpty();
  }

  @Test
  void theClockStopsWithTheAnswer() throws IOException {
    now += TimeUnit.SECONDS.toNanos(1);
    pace.close();

    assertThat(after(1000)).isEqualTo("1.0 s · waiting");
  }

  private String after(long milliseconds) {
    now += TimeUnit.MILLISECONDS.toNanos(milliseconds);
    return PaneLines.below(pace.lap(), tokens);
  }

  private static Chunk chunk(String delta, long at) {
    String json = "{\"choices\":[{\"delta\":" + delta + "}]}";
    return new ChunkReader().read(json, Duration.ofMillis(at), kind -> {});
  }
}
