package io.sluice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Breaks text into rows as it comes, and never takes back what it has passed on: the word in the
 * making is held until it is known to fit, and a row is broken before it if it does not. The row
 * break takes the place of the blanks before the word. Chinese and Japanese are broken between
 * characters; a word that is wider than a row is broken where the row ends. What is passed on does
 * not depend on how the text was cut into calls. Holds at most about a row. Mutable; for one thread
 * at a time.
 *
 * @param <S> what is passed on beside each character, such as its style
 */
public final class WordWrap<S> {
  private static final int NARROWEST = 2;
  private static final int TAB = 8;

  private final IntSupplier columns;
  private final Rows<S> rows;
  private final List<Glyph<S>> blanks = new ArrayList<>();
  private final List<Glyph<S>> word = new ArrayList<>();
  private CellCluster cluster = new CellCluster();
  private int blankCells;
  private int closedCells;
  private int rowCells;
  private int rowStart;
  private boolean holdsWord;
  private boolean glued;

  /**
   * A wrap at the start of a row.
   *
   * @param columns the cells of a row, asked for again and again; fewer than 2 count as 2
   */
  public WordWrap(IntSupplier columns, Rows<S> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** Adds a character of a line of text; no line feed. A tab is a blank. */
  public void add(int point, S style) {
    if (point == ' ' || point == '\t') {
      placeWord();
      glued = false;
      blanks.add(new Glyph<>(point, style));
      blankCells += point == ' ' ? 1 : TAB - (rowCells + blankCells) % TAB;
    } else if (!word.isEmpty() && cluster.add(point)) {
      word.add(new Glyph<>(point, style));
    } else {
      beginCluster(point);
      word.add(new Glyph<>(point, style));
    }
  }

  /**
   * Adds a character that stays in the row wherever the row ends, such as the mark of a list.
   * Passes on everything before it.
   */
  public void fix(int point, S style) {
    release();
    rows.put(point, style);
    rowCells += CellCluster.of(point).width().most();
  }

  /** Passes on everything that is held. The next word may be broken only at the end of a row. */
  public void release() {
    boolean within = !word.isEmpty();
    placeWord();
    glued = within || (glued && blanks.isEmpty());
    placeBlanks();
  }

  /** Passes on everything; what is added next stands at the start of a row. */
  public void restart() {
    release();
    dropBlanks();
    rowCells = 0;
    rowStart = 0;
    holdsWord = false;
    glued = false;
  }

  private void beginCluster(int point) {
    if (!word.isEmpty() && BreakOpportunities.between(word.get(word.size() - 1).point(), point)) {
      placeWord();
      glued = false;
    } else if (closedCells + cluster.width().most() > width()) {
      placeWord();
      glued = true;
    } else {
      closedCells += cluster.width().most();
    }
    cluster = CellCluster.of(point);
  }

  private void placeWord() {
    if (word.isEmpty()) {
      return;
    }
    int cells = closedCells + cluster.width().most();
    if (rowCells + blankCells + cells > width() && !glued && holdsWord) {
      breakRow();
    }
    placeBlanks();
    dropBlanks();
    placeClusters();
    word.clear();
    closedCells = 0;
    cluster = new CellCluster();
  }

  /** Blanks that do not fit are left for the row break that follows them. */
  private void placeBlanks() {
    if (rowCells + blankCells <= width()) {
      blanks.forEach(blank -> rows.put(blank.point(), blank.style()));
      rowCells += blankCells;
      dropBlanks();
    }
  }

  private void dropBlanks() {
    blanks.clear();
    blankCells = 0;
  }

  private void placeClusters() {
    int from = 0;
    while (from < word.size()) {
      var next = CellCluster.of(word.get(from).point());
      int to = from + 1;
      while (to < word.size() && next.add(word.get(to).point())) {
        to++;
      }
      int cells = next.width().most();
      if (rowCells + cells > width() && rowCells > rowStart) {
        breakRow();
      }
      word.subList(from, to).forEach(glyph -> rows.put(glyph.point(), glyph.style()));
      rowCells += cells;
      holdsWord = true;
      from = to;
    }
  }

  private void breakRow() {
    dropBlanks();
    rowCells = Math.max(0, Math.min(rows.breakRow(), width() - NARROWEST));
    rowStart = rowCells;
    holdsWord = false;
  }

  /**
   * Receives the characters, in order, each in the row where it belongs.
   *
   * @param <S> what is passed on beside each
   */
  public interface Rows<S> {
    /** Adds a character to the row. */
    void put(int point, S style);

    /**
     * Ends the row and begins the next one.
     *
     * @return the cells of the new row that are taken already, as by an indent
     */
    int breakRow();
  }

  private record Glyph<S>(int point, S style) {}

  private int width() {
    return Math.max(NARROWEST, columns.getAsInt());
  }
}
