package io.sluice.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.bench.load.Arrival;
import io.sluice.bench.load.Extent;
import io.sluice.bench.load.LoadLevel;
import io.sluice.bench.load.WarmUpRule;
import io.sluice.bench.measure.Metric;
import io.sluice.bench.report.LevelReport;
import io.sluice.bench.run.ClockedServer.Answer;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LevelRunTest {
  private static final WarmUpRule COLD = WarmUpRule.parse("0%");
  private static final Extent SECOND =
      new Extent(Duration.ofSeconds(1), OptionalInt.empty(), COLD, Duration.ZERO);

  private static LevelReport run(ClockedServer server, Extent extent, int streams)
      throws InterruptedException {
    return new LevelRun(server.setup().build(), new LoadLevel.Closed(streams), extent, 1).run();
  }

  @Test
  void aLevelInWhichNoAnswerIsCompleteIsVoid() throws Exception {
    LevelReport report = run(new ClockedServer(number -> Answer.complete(1500)), SECOND, 8);

    assertThat(report.counts().cut()).isEqualTo(8);
    assertThat(report.reasons())
        .contains("no answer was complete within the window; make the level longer");
  }

  /** Ten a second are due, each answer takes 250 ms, and one may be under way: four are sent. */
  @Test
  void aBoundOnRequestsUnderWayDelaysThemButNotTheClient() throws Exception {
    BenchSetup setup =
        new ClockedServer(number -> Answer.complete(250))
            .setup()
            .arrival(Arrival.constant())
            .mostInFlight(1)
            .build();

    LevelReport report = new LevelRun(setup, new LoadLevel.Open(10), SECOND, 1).run();

    assertThat(report.counts().due()).isEqualTo(report.counts().sent() + report.counts().held());
    assertThat(report.counts().held()).isPositive();
    assertThat(report.times(Metric.SCHEDULE_DELAY).max()).isGreaterThan(300);
    assertThat(report.audit().scheduleDelayP99()).isZero();
    assertThat(report.audit().achieved()).isEqualTo(1);
  }

  @Test
  void aLevelOfSomeRequestsEndsWithTheLastOfThem() throws Exception {
    LevelReport report =
        run(new ClockedServer(number -> Answer.complete(30)), Extent.of(4).warmUp(COLD), 1);

    assertThat(report.counts().completed()).isEqualTo(4);
    assertThat(report.seconds()).isCloseTo(0.12, within(1e-6));
  }

  /**
   * The third request is due at 400 ms, the window opens at 700 with the fourth; the fifth is cut.
   */
  @Test
  void aRateCountsAnAnswerThatBeganInTheWarmUp() throws Exception {
    long[] takes = {400, 700, 500, 600, 600};

    LevelReport report =
        run(
            new ClockedServer(number -> Answer.complete(takes[number])),
            SECOND.warmUp(WarmUpRule.parse("500ms")),
            2);

    assertThat(report.counts().due()).isEqualTo(2);
    assertThat(report.counts().judged()).isZero();
    assertThat(report.requestRate()).isCloseTo(1 / 0.3, within(1e-6));
    assertThat(report.goodput()).isCloseTo(1 / 0.3, within(1e-6));
  }
}
