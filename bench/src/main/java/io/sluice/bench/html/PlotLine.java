package io.sluice.bench.html;

import java.util.List;

/**
 * One line of a plot.
 *
 * @param name what the legend calls it
 * @param points its points, from left to right
 */
record PlotLine(String name, List<Point> points) {

  PlotLine {
    points = List.copyOf(points);
  }

  /** A point. */
  record Point(double x, double y) {}
}
