package io.sluice.bench.html;

import java.util.List;
import java.util.Locale;

/** A plot with lines, as SVG. Colours come from the style of the page, by the number of a line. */
final class Plot {
  private static final int WIDTH = 520;
  private static final int HEIGHT = 300;
  private static final int LEFT = 56;
  private static final int RIGHT = 16;
  private static final int TOP = 14;
  private static final int BOTTOM = 44;
  private static final int MOST_DOTS = 40;

  private final String title;
  private final String across;
  private final String up;
  private final PlotScale x;
  private final PlotScale y;
  private final List<PlotLine> lines;

  /**
   * A plot.
   *
   * @param across what the horizontal axis shows
   * @param up what the vertical axis shows
   */
  Plot(String title, String across, String up, PlotScale x, PlotScale y, List<PlotLine> lines) {
    this.title = title;
    this.across = across;
    this.up = up;
    this.x = x;
    this.y = y;
    this.lines = List.copyOf(lines);
  }

  /** The figure, with its legend. */
  String html() {
    var out = new StringBuilder("<figure>\n<figcaption>" + Html.text(title) + "</figcaption>\n");
    out.append("<p class=\"legend\">");
    for (int i = 0; i < lines.size(); i++) {
      out.append(
          "<span><i class=\"c%d\"></i>%s</span>".formatted(i % 8, Html.text(lines.get(i).name())));
    }
    out.append("</p>\n");
    out.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
            .formatted(WIDTH, HEIGHT, Html.text(title)));
    axes(out);
    for (int i = 0; i < lines.size(); i++) {
      line(i % 8, lines.get(i), out);
    }
    return out.append("</svg>\n</figure>\n").toString();
  }

  private void axes(StringBuilder out) {
    for (PlotScale.Tick tick : y.ticks()) {
      double at = down(tick.value());
      out.append(say("<path class=\"grid\" d=\"M%d %.1fH%d\"/>\n", LEFT, at, WIDTH - RIGHT));
      label(out, "end", LEFT - 8, at + 4, tick.text());
    }
    for (PlotScale.Tick tick : x.ticks()) {
      label(out, "middle", right(tick.value()), HEIGHT - BOTTOM + 18, tick.text());
    }
    out.append(
        say("<path class=\"axis\" d=\"M%d %dH%d\"/>\n", LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT));
    label(out, "middle", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 6, across);
    out.append(
        say(
            "<text text-anchor=\"middle\" transform=\"translate(12 %d) rotate(-90)\">%s</text>\n",
            (TOP + HEIGHT - BOTTOM) / 2, Html.text(up)));
  }

  private void line(int number, PlotLine line, StringBuilder out) {
    var path = new StringBuilder();
    for (PlotLine.Point point : line.points()) {
      path.append(path.isEmpty() ? 'M' : 'L');
      path.append(say("%.1f %.1f", right(point.x()), down(point.y())));
    }
    if (line.points().size() > 1) {
      out.append(say("<path class=\"line c%d\" d=\"%s\"/>\n", number, path));
    }
    if (line.points().size() <= MOST_DOTS) {
      for (PlotLine.Point point : line.points()) {
        out.append(
            say(
                "<circle class=\"c%d\" cx=\"%.1f\" cy=\"%.1f\""
                    + " r=\"3\"><title>%s</title></circle>\n",
                number,
                right(point.x()),
                down(point.y()),
                Html.text(line.name() + ": " + say("%.4g at %.4g", point.y(), point.x()))));
      }
    }
  }

  private void label(StringBuilder out, String anchor, double left, double top, String text) {
    out.append(
        say(
            "<text text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>\n",
            anchor, left, top, Html.text(text)));
  }

  private double right(double value) {
    return LEFT + x.place(value) * (WIDTH - LEFT - RIGHT);
  }

  private double down(double value) {
    return HEIGHT - BOTTOM - y.place(value) * (HEIGHT - TOP - BOTTOM);
  }

  private static String say(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
