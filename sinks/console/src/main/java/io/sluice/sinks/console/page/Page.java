package io.sluice.sinks.console.page;

import io.sluice.text.CellWidth;
import io.sluice.text.WordWrap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Rows of a terminal to which text is appended: prose, which is broken at words, and what keeps its
 * rows, such as code. Nothing that was taken is ever changed. Mutable; for one thread at a time.
 */
public final class Page implements GlyphOutput {
  private static final int UNBOUNDED = Integer.MAX_VALUE / 2;

  private final StyledText out = new StyledText();
  private final IntSupplier columns;
  private final WordWrap<Style> wrap;
  private final GlyphOutput prose;
  private final List<Glyph> margin = new ArrayList<>();

  private Page(IntSupplier columns, boolean broken) {
    this.columns = columns;
    this.wrap = new WordWrap<>(columns, new Rows());
    this.prose = broken ? wrap::add : wrap::fix;
  }

  /**
   * An empty page.
   *
   * @param columns the cells of a row, asked for again and again
   */
  public static Page of(IntSupplier columns) {
    return new Page(columns, true);
  }

  /** An empty page whose rows have no end. It holds nothing. */
  public static Page unbroken() {
    return new Page(() -> UNBOUNDED, false);
  }

  /** The cells of a row. */
  public int columns() {
    return columns.getAsInt();
  }

  /** Adds a character of prose. */
  @Override
  public void add(int point, Style style) {
    prose.add(point, style);
  }

  /** What keeps its rows. */
  public GlyphOutput fixed() {
    return wrap::fix;
  }

  /** Adds to what stands at the beginning of each further row of the line. */
  public void indent(String text, Style style) {
    text.codePoints().forEach(point -> margin.add(new Glyph(point, style)));
  }

  /** Ends the line, and what was set for its rows. */
  public void endLine() {
    restart();
    out.add('\n', Style.PLAIN);
  }

  /** Lets go of the word that is held. */
  public void release() {
    wrap.release();
  }

  /** Lets go of the word that is held; what follows stands at the start of a row. */
  public void restart() {
    wrap.restart();
    margin.clear();
  }

  /** What was added since the last call and is not held. */
  public String take() {
    return out.take();
  }

  /** The output as the wrap sees it. */
  private final class Rows implements WordWrap.Rows<Style> {
    @Override
    public void put(int point, Style style) {
      out.add(point, style);
    }

    /** Where a margin would take half of a row, there is none. */
    @Override
    public int breakRow() {
      out.add('\n', Style.PLAIN);
      int cells = CellWidth.of(Glyph.text(margin)).most();
      if (cells > columns() / 2) {
        return 0;
      }
      margin.forEach(glyph -> out.add(glyph.point(), glyph.style()));
      return cells;
    }
  }
}
