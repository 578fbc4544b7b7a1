package io.sluice.bench.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.bench.report.BenchReport;
import io.sluice.bench.report.GoldenFile;
import io.sluice.bench.report.Reports;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class ReportPageTest {
  private final BenchReport report =
      Reports.report(
          Reports.open(2, 1, 1200),
          Reports.open(4, 1.2, 1200),
          Reports.isVoid(Reports.open(8, 4, 1200)));

  @Test
  void thePageIsAsItWas() throws IOException {
    GoldenFile.compare("report.html", ReportPage.html(report));
  }

  /** Nothing in it can make a browser ask a server: no script, no picture, no sheet. */
  @Test
  void thePageAsksNothingOfAnyServer() {
    String page = ReportPage.html(report);

    assertThat(page)
        .doesNotContain("<script", "<img", "<link", "<iframe", "<object", "src=", "href=", "url(")
        .doesNotContain("@import", "xmlns");
  }

  @Test
  void everyPlotIsWellFormed() throws Exception {
    var reader = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    for (Plot plot : new ReportPlots(report).all()) {
      String html = plot.html();
      assertThat(html).doesNotContain("NaN", "Infinity");
      var document = reader.parse(new InputSource(new StringReader(html)));
      assertThat(document.getDocumentElement().getNodeName()).isEqualTo("figure");
    }
  }

  @Test
  void aReportWithoutLevelsHasAPageToo() {
    assertThat(ReportPage.html(Reports.report())).doesNotContain("NaN", "Infinity");
  }

  @Test
  void textOfServersIsNoMarkup() {
    assertThat(Html.text("<b>\"a\" & b</b>")).isEqualTo("&lt;b&gt;&quot;a&quot; &amp; b&lt;/b&gt;");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.003, 0.7, 1, 9.99, 10, 42, 999, 1000, 12_345, 1e6})
  void anAxisReachesItsGreatestValueWithFewRoundMarks(double most) {
    PlotScale scale = PlotScale.linear(most);

    assertThat(scale.ticks()).hasSizeBetween(2, 7);
    assertThat(scale.place(most)).isBetween(0.0, 1.0);
    assertThat(scale.place(scale.ticks().get(scale.ticks().size() - 1).value())).isEqualTo(1);
  }

  @Test
  void eachNineOfThePercentilesTakesTheSameRoom() {
    PlotScale scale = PlotScale.nines();

    assertThat(scale.place(0)).isZero();
    assertThat(scale.place(99) - scale.place(90))
        .isCloseTo(
            scale.place(99.9) - scale.place(99), org.assertj.core.api.Assertions.within(1e-9));
  }
}
