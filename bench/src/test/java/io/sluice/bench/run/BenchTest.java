package io.sluice.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.bench.load.Extent;
import io.sluice.bench.load.LoadLevel;
import io.sluice.bench.load.WarmUpRule;
import io.sluice.bench.report.LevelReport;
import io.sluice.bench.run.ClockedServer.Answer;
import io.sluice.stream.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BenchTest {
  private static final Extent TEN_REQUESTS = Extent.of(10).warmUp(WarmUpRule.parse("0%"));

  private final List<LevelReport> told = new ArrayList<>();

  private List<LevelReport> run(ClockedServer server, Extent extent, int... streams)
      throws InterruptedException {
    List<LoadLevel> levels = new ArrayList<>();
    for (int each : streams) {
      levels.add(new LoadLevel.Closed(each));
    }
    Bench.Watcher watcher =
        new Bench.Watcher() {
          @Override
          public void ended(LevelReport report) {
            told.add(report);
          }
        };
    return new Bench(server.setup().build(), watcher)
        .run(LevelSource.of(levels), extent, 1, Duration.ofDays(1));
  }

  @Test
  void aServerThatAnswersNothingAtAllLeavesNothingToReport() {
    var server = new ClockedServer(number -> Answer.failed(10));

    assertThatThrownBy(() -> run(server, TEN_REQUESTS, 1, 2))
        .isInstanceOf(NothingAnsweredException.class)
        .hasMessageStartingWith("no request was answered: ");
    assertThat(server.asked()).isEqualTo(10);
    assertThat(told).isEmpty();
  }

  @Test
  void aLaterLevelThatIsNotAnsweredIsVoidAndTheLast() throws Exception {
    var server = new ClockedServer(number -> number < 10 ? Answer.complete(10) : Answer.failed(10));

    List<LevelReport> levels = run(server, TEN_REQUESTS, 1, 2, 4);

    assertThat(levels).isEqualTo(told).hasSize(2);
    assertThat(levels.get(0).counts().completed()).isEqualTo(10);
    assertThat(levels.get(1).reasons())
        .anySatisfy(reason -> assertThat(reason).startsWith("no request was answered: "));
  }

  /** One request fails; the others are cut by the end of the level, when half has come. */
  @Test
  void anAnswerThatIsCutWhileItComesIsAnAnswer() throws Exception {
    var server =
        new ClockedServer(
            number -> number == 0 ? Answer.failed(10) : new Answer(100, 60_000, Status.COMPLETED));
    Extent second =
        new Extent(
            Duration.ofSeconds(1), OptionalInt.empty(), WarmUpRule.parse("0%"), Duration.ZERO);

    List<LevelReport> levels = run(server, second, 4);

    assertThat(levels.get(0).counts().failed()).isEqualTo(1);
    assertThat(levels.get(0).counts().cut()).isEqualTo(4);
    assertThat(levels.get(0).reasons()).noneMatch(each -> each.contains("no request was answered"));
  }
}
