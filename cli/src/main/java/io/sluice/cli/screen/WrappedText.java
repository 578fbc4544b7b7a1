package io.sluice.cli.screen;

import io.sluice.text.WordWrap;
import java.util.ArrayList;
import java.util.List;

/**
 * Text in rows that are so many cells wide, as it grows: broken as {@link WordWrap} does it. A
 * blank at which a row ends is left out; all other text stays. It holds no control characters but
 * line feeds and tabs. Mutable; for one thread at a time.
 */
public final class WrappedText {
  private static final int TAB = 4;

  private final int width;
  private final List<String> rows = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  /**
   * No text yet.
   *
   * @param width the cells of a row; at least 2 are taken
   */
  public WrappedText(int width) {
    this.width = Math.max(2, width);
  }

  /** More of it, in whole characters. */
  public void add(String text) {
    text.codePoints().forEach(this::add);
  }

  /** The rows so far; the last ones may change while their line grows. */
  public List<String> rows() {
    return tail(Integer.MAX_VALUE);
  }

  /** The last rows, at most so many. */
  public List<String> tail(int most) {
    List<String> unfinished = line.isEmpty() ? List.of() : broken(line.toString());
    int surplus = Math.max(0, rows.size() + unfinished.size() - most);
    int kept = Math.min(rows.size(), surplus);
    List<String> end = new ArrayList<>(rows.subList(kept, rows.size()));
    end.addAll(unfinished.subList(surplus - kept, unfinished.size()));
    return end;
  }

  private void add(int point) {
    if (point == '\n') {
      rows.addAll(broken(line.toString()));
      line.setLength(0);
    } else if (point == '\t') {
      line.append(" ".repeat(TAB - Cells.of(line.toString()) % TAB));
    } else {
      line.appendCodePoint(point);
    }
  }

  private List<String> broken(String whole) {
    var broken = new Rows();
    var wrap = new WordWrap<>(() -> width, broken);
    whole.codePoints().forEach(point -> wrap.add(point, broken));
    wrap.restart();
    broken.breakRow();
    return broken.ended;
  }

  /** The rows of one line. */
  private static final class Rows implements WordWrap.Rows<Rows> {
    private final List<String> ended = new ArrayList<>();
    private final StringBuilder row = new StringBuilder();

    @Override
    public void put(int point, Rows here) {
      row.appendCodePoint(point);
    }

    @Override
    public int breakRow() {
      ended.add(row.toString().stripTrailing());
      row.setLength(0);
      return 0;
    }
  }
}
