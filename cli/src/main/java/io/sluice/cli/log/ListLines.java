package io.sluice.cli.log;

import io.sluice.cli.command.Call;
import io.sluice.cli.screen.Cells;
import io.sluice.cli.terminal.TerminalText;
import io.sluice.sinks.console.ScreenSize;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The lines of a list: cut to the width of the terminal that shows them, or whole where a program
 * reads them. Immutable.
 *
 * @param columns the width of the terminal; absent if there is none
 */
record ListLines(OptionalInt columns) {
  private static final String BETWEEN = "  ";
  private static final String OMITTED = "…";
  private static final DateTimeFormatter TIME = formatter("uuuu-MM-dd HH:mm");
  private static final DateTimeFormatter THIS_YEAR = formatter("MM-dd HH:mm");
  private static final DateTimeFormatter EARLIER = formatter("uuuu-MM-dd");

  /** The lines as stdout should get them. */
  static ListLines of(Call call) {
    return new ListLines(
        call.streams().terminals().out()
            ? OptionalInt.of(ScreenSize.kept().columns())
            : OptionalInt.empty());
  }

  /** Whether a person reads the list. */
  boolean fitted() {
    return columns.isPresent();
  }

  /** A column of that many cells, and of more only if that would not fit a program. */
  String column(String text, int cells) {
    String line = fitted() ? cut(TerminalText.of(text), cells) : TerminalText.whole(text);
    return padded(line, cells);
  }

  /** A column that is never cut, because people copy it. */
  static String name(String text, int cells) {
    return padded(TerminalText.of(text), cells);
  }

  /** A point in time by the clock on the wall; the shorter the nearer, if there is little room. */
  String time(Instant moment, Instant now) {
    ZoneId zone = ZoneId.systemDefault();
    if (!fitted()) {
      return TIME.format(moment.atZone(zone));
    }
    boolean recent = moment.atZone(zone).getYear() == now.atZone(zone).getYear();
    return padded((recent ? THIS_YEAR : EARLIER).format(moment.atZone(zone)), 11);
  }

  /** A share of the width in cells, within bounds; the most if nothing is cut. */
  int share(int parts, int least, int most) {
    return Math.max(least, Math.min(most, columns.orElse(Integer.MAX_VALUE) / parts));
  }

  /** A line of columns and of a text that takes what is left. */
  String line(String text, String... columnsBefore) {
    String begun = String.join(BETWEEN, columnsBefore) + BETWEEN;
    String line = begun + (fitted() ? TerminalText.of(text) : TerminalText.whole(text));
    // The last cell stays free: some terminals take more for a character than others.
    return (fitted() ? cut(line, columns.getAsInt() - 1) : line).stripTrailing() + "\n";
  }

  /**
   * A line of columns and of a text that takes what is left. A text that has to be cut begins so
   * late that its first {@code mark} can be seen.
   */
  String lineWith(char mark, String text, String... columnsBefore) {
    if (!fitted()) {
      return line(text, columnsBefore);
    }
    int used = Cells.of(String.join(BETWEEN, columnsBefore) + BETWEEN);
    return line(around(mark, TerminalText.of(text), columns.getAsInt() - used), columnsBefore);
  }

  /** Leaves out words at the start, if the word behind the mark would not fit otherwise. */
  private static String around(char mark, String text, int room) {
    int at = text.indexOf(mark);
    int end = text.indexOf(' ', at);
    if (at < 0 || Cells.of(end < 0 ? text : text.substring(0, end)) < room - 1) {
      return text;
    }
    int start = at;
    int space = text.lastIndexOf(' ', at - 2);
    while (space >= 0 && Cells.of(text.substring(space + 1, at)) <= room / 3) {
      start = space + 1;
      space = text.lastIndexOf(' ', space - 1);
    }
    return OMITTED + text.substring(start);
  }

  private static String cut(String text, int cells) {
    return Cells.of(text) <= cells ? text : Cells.cut(text, Math.max(0, cells - 1)) + OMITTED;
  }

  private static String padded(String text, int cells) {
    return text + " ".repeat(Math.max(0, cells - Cells.of(text)));
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }
}
