package io.sluice.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.bench.measure.Metric;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
  private final BenchReport report =
      Reports.report(
          Reports.closed(1, 1, 1, 120),
          Reports.open(8, 3, 1200),
          Reports.isVoid(Reports.closed(8, 1, 2, 50)));

  @Test
  void aReportIsReadAsItWasWritten() {
    BenchReport read = ReportReader.read(ReportWriter.json(report));

    assertThat(read).isEqualTo(report);
    assertThat(ReportWriter.json(read)).isEqualTo(ReportWriter.json(report));
  }

  @Test
  void theTableIsAsPeopleReadIt() throws IOException {
    GoldenFile.compare("table.txt", ReportTable.text(report));
  }

  @Test
  void theTableOfSeveralRoundsShowsTheirMedian() throws IOException {
    GoldenFile.compare(
        "rounds.txt",
        ReportTable.text(
            Reports.report(
                Reports.closed(4, 1, 1, 150),
                Reports.closed(4, 2, 2, 150),
                Reports.closed(4, 3, 9, 150))));
  }

  @Test
  void theCsvHasALineForEachLevel() throws IOException {
    String csv = ReportCsv.csv(report);

    assertThat(csv.split("\r\n", -1)).hasSize(report.levels().size() + 2);
    GoldenFile.compare("report.csv", csv.replace("\r\n", "\n"));
  }

  @Test
  void aPercentileWithTooFewSamplesIsLeftOut() {
    assertThat(Figure.named("ttft.p99").orElseThrow().of(Reports.closed(1, 1, 1, 99))).isEmpty();
    assertThat(Figure.named("ttft.p99").orElseThrow().of(Reports.closed(1, 1, 1, 100))).isPresent();
    assertThat(ReportWriter.json(Reports.report(Reports.closed(1, 1, 1, 999))))
        .contains("\"p99\":")
        .doesNotContain("\"p99.9\":");
  }

  @Test
  void reportsOfTwoMachinesAddUpToOneOfBoth() {
    LevelReport first = Reports.closed(8, 1, 1, 300);
    LevelReport second = Reports.closed(8, 1, 2, 500);

    LevelReport sum =
        ReportMerge.of(List.of(Reports.report(first), Reports.report(second))).levels().get(0);

    assertThat(sum.counts()).isEqualTo(first.counts().plus(second.counts()));
    assertThat(sum.counts().completed()).isEqualTo(800);
    assertThat(sum.times(Metric.TTFT).count()).isEqualTo(800);
    assertThat(sum.outputRate()).isEqualTo(first.outputRate() + second.outputRate());
    assertThat(sum.inFlightMean()).isEqualTo(first.inFlightMean() + second.inFlightMean());
    assertThat(ReportMerge.of(List.of(Reports.report(second), Reports.report(first))).levels())
        .singleElement()
        .satisfies(other -> assertThat(other.times()).isEqualTo(sum.times()));
  }

  @Test
  void reportsOfDifferentLevelsAreNotMerged() {
    assertThatThrownBy(
            () ->
                ReportMerge.of(
                    List.of(
                        Reports.report(Reports.closed(1, 1, 1, 9)),
                        Reports.report(Reports.closed(2, 1, 1, 9)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the levels differ: [1 at once #1] and [2 at once #1]");
  }

  @Test
  void reportsOfDifferentProgramsModelsAndGoalsAreNotMerged() {
    BenchReport one = Reports.report(Reports.closed(1, 1, 1, 9));

    for (String differing : List.of("version", "model", "workload", "objectives")) {
      String json = ReportWriter.json(one).replaceFirst("\"" + differing + "\":\"", "$0other-");
      assertThatThrownBy(() -> ReportMerge.of(List.of(one, ReportReader.read(json))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching("the .*" + differing + ".* differ: .+ and other-.+; merge .+");
    }
  }

  @Test
  void theSumTellsOfBothMachinesAndOfAnyThatWasInterrupted() {
    BenchReport one = Reports.report(Reports.closed(1, 1, 1, 9));
    String json =
        ReportWriter.json(one)
            .replace("2026-05-01", "2026-04-30")
            .replace("2 processors", "8 processors")
            .replace("\"interrupted\":false", "\"interrupted\":true");

    BenchReport.About sum = ReportMerge.of(List.of(one, ReportReader.read(json))).about();

    assertThat(sum.started()).isEqualTo("2026-04-30T10:00:00Z");
    assertThat(sum.machine()).contains("2 processors", "; 8 processors");
    assertThat(sum.interrupted()).isTrue();
  }

  @Test
  void theComparisonIsAsPeopleReadIt() throws IOException {
    BenchReport before =
        Reports.report(Reports.closed(4, 1, 1, 150), Reports.closed(4, 2, 1.1, 150));
    BenchReport after =
        Reports.report(Reports.closed(4, 1, 1.05, 150), Reports.closed(4, 2, 1.4, 300));

    GoldenFile.compare(
        "comparison.txt",
        ChangeTable.text(
            "old.json", "new.json", BenchComparison.of(before, after, Figure.compared())));
  }

  @ParameterizedTest
  @CsvSource({
    "ttft.p99>+10%, 1.2, true",
    "ttft.p99>+10%, 1.05, false",
    "ttft.p99>+10%, 0.5, false",
    "ttft.p99<-10%, 0.5, true",
    "e2e.p50>0%, 1.2, true",
    "output>+10%, 1.2, false"
  })
  void aChangeBeyondTheLimitBreaksIt(String text, double slower, boolean broken) {
    ChangeLimit limit = ChangeLimit.parse(text);
    List<BenchComparison.Change> changes =
        BenchComparison.of(
            Reports.report(Reports.closed(4, 1, 1, 150)),
            Reports.report(Reports.closed(4, 1, slower, 150)),
            List.of(limit.figure()));

    assertThat(changes).singleElement().matches(change -> limit.isBrokenBy(change) == broken);
    assertThat(limit).hasToString(text);
  }

  /** The rounds of one report reach from 1 to 3 times, so that a double is within them. */
  @Test
  void aChangeWithinWhatRoundsDifferByIsNone() {
    BenchComparison.Change change =
        BenchComparison.of(
                Reports.report(Reports.closed(4, 1, 1, 150), Reports.closed(4, 2, 3, 150)),
                Reports.report(Reports.closed(4, 1, 2, 150)),
                List.of(Figure.named("ttft.p99").orElseThrow()))
            .get(0);

    assertThat(change.isNoDifference()).isTrue();
    assertThat(ChangeLimit.parse("ttft.p99>-50%").isBrokenBy(change)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ttft>10%", "ttft.p98>10%", "speed>1%", "output>10", "output=1%"})
  void whatIsNoLimitIsRefused(String text) {
    assertThatThrownBy(() -> ChangeLimit.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("such as ttft.p99>+10%");
  }

  @Test
  void aFigureIsComparableOnlyWhereBothReportsHaveIt() {
    BenchReport before =
        Reports.report(
            Reports.closed(1, 1, 1, 150),
            Reports.closed(2, 1, 1, 99),
            Reports.closed(4, 1, 1, 150));
    BenchReport after = Reports.report(Reports.closed(1, 1, 1, 150), Reports.closed(2, 1, 1, 150));

    assertThat(incomparable(before, after, "ttft.p99")).containsExactly("2 at once", "4 at once");
    assertThat(incomparable(after, before, "ttft.p99")).containsExactly("2 at once");
    assertThat(incomparable(after, before, "ttft.p50")).isEmpty();
  }

  private static List<String> incomparable(BenchReport before, BenchReport after, String figure) {
    return BenchComparison.incomparable(before, after, Figure.named(figure).orElseThrow());
  }

  @Test
  void voidLevelsAndOtherWorkloadsAreNotCompared() {
    BenchReport valid = Reports.report(Reports.closed(1, 1, 1, 9));

    assertThat(BenchComparison.objection(valid, valid)).isEmpty();
    assertThat(BenchComparison.objection(valid, report))
        .isEqualTo(Optional.of("a level is void, so its figures are not the server's"));
    assertThat(BenchComparison.objection(valid, Reports.report(Reports.closed(2, 1, 1, 9))))
        .hasValue("they have no level in common");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"sluice_bench\":2}", "{\"sluice_bench\":1}"})
  void whatIsNoReportIsRefused(String text) {
    assertThatThrownBy(() -> ReportReader.read(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
