import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws what happened in a terminal as an SVG image that moves, without a script. Reads screens from
 * stdin, each as {@code tmux capture-pane -e -p} prints it behind a form feed and a line with the
 * time in microseconds, and prints the image: {@code java docs/TerminalPicture.java TITLE COLUMNS}.
 * Every character is taken to be one column wide.
 *
 * <p>It plays at half the speed, because an offline answer takes no half second, and begins again
 * some seconds after its end. Where a reader wants no motion, and in a viewer that cannot move it,
 * it is the last screen.
 */
final class TerminalPicture {
  private static final double COLUMN = 8.4;
  private static final double ROW = 19;
  private static final double MARGIN = 20;
  private static final double BAR = 34;
  private static final Pattern STYLE = Pattern.compile("\033\\[([0-9;]*)m");
  private static final Pattern WORDS = Pattern.compile("\\S+(?: \\S+)*");

  /** Colours of the classes, first on a light page, then on a dark one. */
  private static final String LOOK =
      """
      <style>
        text { font: 14px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #24292f }
        .window { fill: #ffffff; stroke: #d0d7de } .bar { fill: #f6f8fa } .dot { fill: #d0d7de }
        .bold { font-weight: bold } .dim { fill: #6e7781 } .italic { font-style: italic } .underline { text-decoration: underline }
        .c31 { fill: #cf222e } .c32 { fill: #116329 } .c33 { fill: #7d4e00 } .c34 { fill: #0969da } .c35 { fill: #8250df } .c36 { fill: #1b7c83 }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3 }
          .window { fill: #0d1117; stroke: #3d444d } .bar { fill: #151b23 } .dot { fill: #3d444d }
          .dim { fill: #9198a1 }
          .c31 { fill: #ff7b72 } .c32 { fill: #3fb950 } .c33 { fill: #d29922 } .c34 { fill: #58a6ff } .c35 { fill: #bc8cff } .c36 { fill: #39c5cf }
        }
        .film { display: none }
        @media (prefers-reduced-motion: no-preference) {
          .film { display: inline } .still { display: none }
          .film g { visibility: hidden; animation: %DURATION% step-end infinite }
        }
      """;

  private static final int SLOWNESS = 2;
  private static final long LONGEST_PAUSE = 1500;
  private static final long LAST_SCREEN = 5000;

  private final StringBuilder svg = new StringBuilder();
  private final TreeSet<String> style = new TreeSet<>();

  public static void main(String[] args) throws Exception {
    String film = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    String image = new TerminalPicture().draw(args[0], Integer.parseInt(args[1]), screens(film));
    System.out.write(image.getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  /** The screens that differ from the one before, with the times at which they are to be shown. */
  private static List<Screen> screens(String film) {
    List<Screen> screens = new ArrayList<>();
    long clock = 0;
    long before = 0;
    for (String part : film.substring(film.indexOf('\f') + 1).split("\f", -1)) {
      int line = part.indexOf('\n');
      if (line < 0 || line + 1 == part.length()) {
        continue; // The recording was cut here.
      }
      long millis = Long.parseLong(part.substring(0, line)) / 1000;
      List<String> rows = rows(part.substring(line + 1));
      if (screens.isEmpty() || !screens.get(screens.size() - 1).rows().equals(rows)) {
        clock += screens.isEmpty() ? 0 : Math.min(LONGEST_PAUSE, (millis - before) * SLOWNESS);
        screens.add(new Screen(clock, rows));
        before = millis;
      }
    }
    return screens;
  }

  private static List<String> rows(String screen) {
    List<String> rows = new ArrayList<>(screen.lines().toList());
    while (!rows.isEmpty() && STYLE.matcher(rows.get(rows.size() - 1)).replaceAll("").isBlank()) {
      rows.remove(rows.size() - 1);
    }
    return rows;
  }

  private String draw(String title, int columns, List<Screen> screens) {
    int count = screens.stream().mapToInt(screen -> screen.rows().size()).max().orElse(1);
    double width = columns * COLUMN + 2 * MARGIN;
    double height = BAR + count * ROW + MARGIN;
    long duration = screens.get(screens.size() - 1).millis() + LAST_SCREEN;
    Map<Span, String> spans = spans(screens, count, duration);
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" role=\"img\">%n",
        width, height);
    add("<title>%s</title>%n", escaped(title));
    svg.append(LOOK.replace("%DURATION%", duration + "ms"));
    int number = 0;
    for (Span span : spans.keySet()) {
      add("%s%n", span.keyframes(number++, duration));
    }
    add("</style>%n");
    add(
        "<rect class=\"window\" x=\"0.5\" y=\"0.5\" width=\"%.0f\" height=\"%.0f\" rx=\"8\"/>%n",
        width - 1, height - 1);
    add("<path class=\"bar\" d=\"M1 24V9a8 8 0 0 1 8-8H%.0fa8 8 0 0 1 8 8V24z\"/>%n", width - 9);
    for (int dot = 0; dot < 3; dot++) {
      add("<circle class=\"dot\" cx=\"%d\" cy=\"12.5\" r=\"4.5\"/>%n", 16 + 15 * dot);
    }
    svg.append("<g class=\"still\">\n");
    drawn(screens.get(screens.size() - 1).rows(), count).forEach(svg::append);
    svg.append("</g>\n<g class=\"film\">\n");
    number = 0;
    for (String rows : spans.values()) {
      svg.append("<g style=\"animation-name:s" + number++ + "\">\n").append(rows).append("</g>\n");
    }
    return svg.append("</g>\n</svg>\n").toString();
  }

  /** What is shown in each span of time; rows that come and go together are one. */
  private Map<Span, String> spans(List<Screen> screens, int count, long duration) {
    Map<Span, String> spans = new TreeMap<>();
    List<String> shown = new ArrayList<>(Collections.nCopies(count, ""));
    long[] since = new long[count];
    for (Screen screen : screens) {
      List<String> drawn = drawn(screen.rows(), count);
      for (int row = 0; row < count; row++) {
        if (!drawn.get(row).equals(shown.get(row))) {
          keep(spans, new Span(since[row], screen.millis()), shown.get(row));
          shown.set(row, drawn.get(row));
          since[row] = screen.millis();
        }
      }
    }
    for (int row = 0; row < count; row++) {
      keep(spans, new Span(since[row], duration), shown.get(row));
    }
    return spans;
  }

  private static void keep(Map<Span, String> spans, Span span, String row) {
    if (!row.isEmpty()) {
      spans.merge(span, row, String::concat);
    }
  }

  /** Each row as it is drawn, and nothing for the rows that a screen lacks. */
  private List<String> drawn(List<String> rows, int count) {
    var image = new StringBuilder(svg);
    List<String> drawn = new ArrayList<>();
    style.clear();
    for (int row = 0; row < count; row++) {
      svg.setLength(0);
      if (row < rows.size()) {
        drawRow(rows.get(row), BAR + row * ROW + 14);
      }
      drawn.add(svg.toString());
    }
    svg.setLength(0);
    svg.append(image);
    return drawn;
  }

  private void drawRow(String row, double y) {
    int column = 0;
    int from = 0;
    Matcher styles = STYLE.matcher(row);
    while (styles.find()) {
      column = drawRun(row.substring(from, styles.start()), column, y);
      from = styles.end();
      change(styles.group(1));
    }
    drawRun(row.substring(from), column, y);
  }

  /** Draws what is of one style, each stretch without wide gaps by itself; the column behind it. */
  private int drawRun(String run, int column, double y) {
    String look = style.isEmpty() ? "" : " class=\"" + String.join(" ", style) + "\"";
    WORDS
        .matcher(run)
        .results()
        .forEach(
            words ->
                add(
                    "<text%s x=\"%.1f\" y=\"%.0f\" textLength=\"%.1f\">%s</text>%n",
                    look,
                    MARGIN + (column + columns(run.substring(0, words.start()))) * COLUMN,
                    y,
                    columns(words.group()) * COLUMN,
                    escaped(words.group())));
    return column + columns(run);
  }

  private static int columns(String text) {
    return text.codePointCount(0, text.length());
  }

  private void change(String parameters) {
    for (String parameter : parameters.split(";", -1)) {
      int code = parameter.isEmpty() ? 0 : Integer.parseInt(parameter);
      switch (code) {
        case 0 -> style.clear();
        case 1 -> style.add("bold");
        case 2 -> style.add("dim");
        case 3 -> style.add("italic");
        case 4 -> style.add("underline");
        case 22 -> style.removeAll(List.of("bold", "dim"));
        case 23 -> style.remove("italic");
        case 24 -> style.remove("underline");
        case 49 -> {} // No background of its own, which is all that is drawn.
        case 39 -> style.removeIf(name -> name.matches("c\\d+"));
        case 31, 32, 33, 34, 35, 36 -> {
          style.removeIf(name -> name.matches("c\\d+"));
          style.add("c" + code);
        }
        default -> throw new IllegalArgumentException("style " + parameter + " is not drawn yet");
      }
    }
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** A screen, and when it is shown. */
  private record Screen(long millis, List<String> rows) {}

  /** From when to when something is shown, in milliseconds. */
  private record Span(long from, long to) implements Comparable<Span> {
    @Override
    public int compareTo(Span other) {
      int first = Long.compare(from, other.from);
      return first == 0 ? Long.compare(to, other.to) : first;
    }

    String keyframes(int number, long duration) {
      String end = to < duration ? percent(to, duration) + "{visibility:hidden}" : "";
      return "@keyframes s%d{%s{visibility:visible}%s}"
          .formatted(number, percent(from, duration), end);
    }

    private static String percent(long at, long duration) {
      return String.format(Locale.ROOT, "%.2f%%", 100.0 * at / duration);
    }
  }
}
