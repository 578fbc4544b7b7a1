package io.sluice.benchmarks.peers.runner;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The figures that matter most, as bars, in a picture that is at home on light and on dark. */
final class Chart {

  private static final int WIDTH = 760;
  private static final int PANEL = 350;
  private static final int LABELS = 150;
  private static final int VALUES = 62;
  private static final int BAR = 22;

  private static final List<Panel> PANELS =
      List.of(
          new Panel("CPU per chunk, one stream, µs", "flood-1", "cpu", 1e3, "%.1f", Team.ALL),
          new Panel("Allocated per chunk, kB", "flood-1", "bytes", 1e3, "%.1f", Team.ALL),
          new Panel(
              "Written to sink, 1,000 × 50/s, p99 ms", "paced", "p99", 1e3, "%.1f", Team.CLIENTS),
          new Panel(
              "Threads, 1,000 idle streams", "idle-1000", "threads", 1, "%.0f", Team.CLIENTS));

  private final Figures figures;
  private final StringBuilder out = new StringBuilder();

  Chart(Figures figures) {
    this.figures = figures;
  }

  String svg() {
    int upper = height(PANELS.get(0));
    int lower = height(PANELS.get(2));
    out.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">%n",
            WIDTH,
            upper + lower));
    out.append("<title>Sluice beside its peers: shorter is better</title>\n");
    out.append(
        """
        <style>
          text { font: 13px system-ui, sans-serif; fill: #57606a }
          .title { font-weight: 600; fill: #24292f }
          .peer { fill: #afb8c1 } .floor { fill: #d8dee4 } .sluice { fill: #0a7ea4 }
          @media (prefers-color-scheme: dark) {
            text { fill: #9198a1 } .title { fill: #f0f6fc }
            .peer { fill: #656c76 } .floor { fill: #3d444d } .sluice { fill: #3fb6dc }
          }
        </style>
        """);
    for (int i = 0; i < PANELS.size(); i++) {
      panel(PANELS.get(i), i % 2 * (WIDTH - PANEL), i < 2 ? 0 : upper);
    }
    return out.append("</svg>\n").toString();
  }

  private void panel(Panel panel, int left, int top) {
    text("title", left, top + 18, "start", panel.title());
    double longest =
        panel.team().stream().mapToDouble(who -> value(panel, who).orElse(0)).max().orElse(0);
    int y = top + 30;
    for (Team who : panel.team()) {
      OptionalDouble value = value(panel, who);
      double width = longest == 0 ? 0 : value.orElse(0) / longest * (PANEL - LABELS - VALUES);
      text("", left + LABELS - 8, y + 15, "end", who.label());
      out.append(
          String.format(
              Locale.ROOT,
              "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>%n",
              kind(who),
              left + LABELS,
              y + 2,
              Math.max(1, width),
              BAR - 6));
      String said =
          value.isEmpty() ? "–" : String.format(Locale.ROOT, panel.format(), value.getAsDouble());
      text("", left + LABELS + (int) width + 6, y + 15, "start", said);
      y += BAR;
    }
  }

  private OptionalDouble value(Panel panel, Team who) {
    OptionalDouble median = figures.median(panel.measure(), who.label(), panel.figure());
    return median.isEmpty() ? median : OptionalDouble.of(median.getAsDouble() / panel.unit());
  }

  private void text(String style, int x, int y, String anchor, String text) {
    out.append(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
            style,
            x,
            y,
            anchor,
            text));
  }

  private static String kind(Team who) {
    return Team.FLOORS.contains(who) ? "floor" : who == Team.SLUICE ? "sluice" : "peer";
  }

  private static int height(Panel panel) {
    return panel.team().size() * BAR + 50;
  }

  private record Panel(
      String title, String measure, String figure, double unit, String format, List<Team> team) {}
}
