package io.sluice.bench.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A change between two reports that counts as a failure, such as {@code ttft.p99>+10%}.
 *
 * @param figure the figure that is watched
 * @param percent the greatest change that is allowed, in percent of the first report
 * @param direction the direction of a change that fails
 */
public record ChangeLimit(Figure figure, double percent, Direction direction) {
  private static final Pattern FORM =
      Pattern.compile("\\s*([\\w.]+)\\s*([<>])\\s*([+-]?\\d+(?:\\.\\d+)?)\\s*%\\s*");

  /** In which direction a change fails. */
  public enum Direction {
    /** The figure grew more than allowed. */
    ABOVE,
    /** The figure fell more than allowed. */
    BELOW
  }

  /**
   * Reads {@code ttft.p99>+10%} or {@code output<-5%}.
   *
   * @throws IllegalArgumentException in one line, for anything else
   */
  public static ChangeLimit parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw refused(text);
    }
    return new ChangeLimit(
        Figure.named(parts.group(1)).orElseThrow(() -> refused(text)),
        Double.parseDouble(parts.group(3)),
        parts.group(2).equals(">") ? Direction.ABOVE : Direction.BELOW);
  }

  /** Whether that change of the figure is beyond the limit, and more than rounds differ. */
  public boolean isBrokenBy(BenchComparison.Change change) {
    double changed = (change.ratio() - 1) * 100;
    boolean beyond = direction == Direction.ABOVE ? changed > percent : changed < percent;
    return beyond && !change.isNoDifference();
  }

  private static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException(
        "'" + text + "' is no limit; use FIGURE>+PERCENT%, such as ttft.p99>+10% or output<-5%");
  }

  @Override
  public String toString() {
    String sign = percent > 0 ? "+" : "";
    return figure.name()
        + (direction == Direction.ABOVE ? ">" : "<")
        + sign
        + (percent == Math.rint(percent) ? String.valueOf((long) percent) : percent)
        + "%";
  }
}
