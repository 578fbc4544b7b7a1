package io.sluice.bench.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** One axis of a plot: where a value lies between 0 and 1, and which values are marked. */
interface PlotScale {

  /** Where a value lies, from 0 at the near end to 1 at the far end. */
  double place(double value);

  /** The values that are marked. */
  List<Tick> ticks();

  /**
   * A mark.
   *
   * @param value where it is
   * @param text what stands beside it
   */
  record Tick(double value, String text) {}

  /** From 0 to at least {@code most}, with three to six round marks. */
  static PlotScale linear(double most) {
    double step = step(most <= 0 ? 1 : most);
    double end = Math.ceil(Math.max(most, step) / step - 1e-9) * step;
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i * step <= end + step / 2; i++) {
      ticks.add(new Tick(i * step, text(i * step)));
    }
    return of(value -> value / end, ticks);
  }

  /** Percentiles from 0 to 99.9, of which each nine more takes the same room. */
  static PlotScale nines() {
    double[] marks = {0, 50, 90, 99, 99.9};
    List<Tick> ticks = new ArrayList<>();
    for (double mark : marks) {
      ticks.add(new Tick(mark, mark == 0 ? "0" : "p" + text(mark)));
    }
    return of(value -> -Math.log10(1 - Math.min(value, 99.9) / 100) / 3, ticks);
  }

  private static PlotScale of(DoubleUnaryOperator place, List<Tick> ticks) {
    return new PlotScale() {
      @Override
      public double place(double value) {
        return place.applyAsDouble(value);
      }

      @Override
      public List<Tick> ticks() {
        return ticks;
      }
    };
  }

  private static double step(double most) {
    double rough = most / 4;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double first = rough / power;
    return power * (first <= 1 ? 1 : first <= 2 ? 2 : first <= 5 ? 5 : 10);
  }

  private static String text(double value) {
    if (value >= 1000 && value % 100 == 0) {
      return String.format(Locale.ROOT, value % 1000 == 0 ? "%.0fk" : "%.1fk", value / 1000);
    }
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.replaceAll("\\.?0+$", "");
  }
}
