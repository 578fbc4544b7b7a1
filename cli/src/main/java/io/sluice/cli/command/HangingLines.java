package io.sluice.cli.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breaks lines at blanks so that they fit a width. A line may have two columns, with two blanks or
 * more between them; what goes on below then hangs under the second one.
 */
final class HangingLines {
  private static final Pattern FIRST_COLUMN = Pattern.compile(" *\\S(?:\\S| (?! ))* {2,}(?=\\S)");
  private static final Pattern INDENT = Pattern.compile(" *");
  private static final int NARROWEST_COLUMN = 24;
  private static final int STEP = 2;

  private final int width;

  /**
   * Fits lines to a width.
   *
   * @param width in characters, at least 1
   */
  HangingLines(int width) {
    this.width = width;
  }

  /** The text with its lines broken; a word that is wider than a line stays whole. */
  String fit(String text) {
    var fitted = new StringBuilder();
    text.lines().forEach(line -> append(fitted, line.stripTrailing()));
    return fitted.toString();
  }

  private void append(StringBuilder fitted, String line) {
    Matcher first = FIRST_COLUMN.matcher(line);
    if (line.length() <= width || !first.lookingAt()) {
      fill(fitted, line, indent(line));
    } else if (width - first.end() >= NARROWEST_COLUMN) {
      fill(fitted, line, first.end() + STEP);
    } else {
      int below = indent(line) + 2 * STEP;
      fill(fitted, first.group().stripTrailing(), below);
      fill(fitted, " ".repeat(below) + line.substring(first.end()), below);
    }
  }

  private void fill(StringBuilder fitted, String line, int hanging) {
    String rest = line;
    int from = indent(line);
    while (rest.length() > width) {
      int end = breakBefore(rest, from);
      if (end < 0) {
        break;
      }
      fitted.append(rest.substring(0, end).stripTrailing()).append('\n');
      rest = " ".repeat(hanging) + rest.substring(end).stripLeading();
      from = hanging;
    }
    fitted.append(rest).append('\n');
  }

  /** The last blank that leaves a line that fits, else the first one at all; negative for none. */
  private int breakBefore(String line, int from) {
    int last = line.lastIndexOf(' ', width);
    return last > from ? last : line.indexOf(' ', Math.max(from, width));
  }

  private static int indent(String line) {
    Matcher indent = INDENT.matcher(line);
    return indent.lookingAt() ? indent.end() : 0;
  }
}
