package io.sluice.sinks.console.markdown;

import io.sluice.sinks.console.page.Page;
import io.sluice.sinks.console.page.Rendering;
import io.sluice.sinks.console.page.Style;

/**
 * Lays out Markdown on a page as it streams: prose in rows, lists and quotes with a margin, code
 * and tables in rows of their own. Nothing that was printed is taken back, and the result does not
 * depend on how the text was cut into parts. Held are the start of a line until its kind is known,
 * a mark until its partner has come, a word, a line of code, and a table. Mutable.
 */
public final class MarkdownText implements Rendering {
  private final Page page;
  private final Ink ink;
  private final InlineText inline;
  private final CodeBlock code;
  private final TableBlock table;
  private final StringBuilder start = new StringBuilder();
  private Line line = Line.START;
  private Style style;
  private boolean inList;

  /** Whether the line has begun with the mark of a list or a quote. */
  private boolean contained;

  /** How many quotes the line is in. */
  private int quotes;

  private int half;

  private MarkdownText(Page page, Ink ink, Tables tables) {
    this.page = page;
    this.ink = ink;
    this.style = ink.base();
    this.inline = new InlineText(ink, ink.base(), page);
    this.code = new CodeBlock(ink, page.fixed());
    this.table = new TableBlock(ink, page, tables);
  }

  /** Text on a page, in that ink, with its tables aligned. */
  public static MarkdownText on(Page page, Ink ink) {
    return new MarkdownText(page, ink, Tables.ALIGNED);
  }

  /** Text on a page, in that ink, with its tables as they come. */
  public static MarkdownText withRawTables(Page page, Ink ink) {
    return new MarkdownText(page, ink, Tables.AS_THEY_COME);
  }

  @Override
  public String pass(String part) {
    for (int at = 0; at < part.length(); at++) {
      char unit = part.charAt(at);
      if (half != 0 && Character.isLowSurrogate(unit)) {
        addPoint(Character.toCodePoint((char) half, unit));
        half = 0;
      } else {
        addHalf();
        if (Character.isHighSurrogate(unit)) {
          half = unit;
        } else {
          addPoint(unit);
        }
      }
    }
    return page.take();
  }

  @Override
  public String release() {
    letGo();
    page.release();
    return page.take();
  }

  @Override
  public String interrupt() {
    letGo();
    page.restart();
    return page.take();
  }

  @Override
  public String end() {
    addHalf();
    boolean undecided = line == Line.START && !start.isEmpty();
    if (undecided || (line == Line.CODE && code.isOpen())) {
      addPoint('\n');
    }
    letGo();
    page.restart();
    beginLine();
    inList = false;
    code.end();
    return page.take();
  }

  private void addHalf() {
    if (half != 0) {
      addPoint(half);
      half = 0;
    }
  }

  private void addPoint(int point) {
    switch (line) {
      case START -> atStart(point);
      case TEXT -> inText(point);
      case CODE -> inCode(point);
      case TABLE -> inTable(point);
    }
  }

  private void atStart(int point) {
    if (code.isOpen() && code.quotes() == 0) {
      line = Line.CODE;
      inCode(point);
      return;
    }
    start.appendCodePoint(point);
    while (line == Line.START && !start.isEmpty()) {
      BlockStart known = BlockStart.of(start);
      if (known.kind() == BlockStart.Kind.UNDECIDED) {
        return;
      }
      String text = start.substring(0, known.end());
      start.delete(0, known.end());
      begin(known.kind(), text);
    }
    String rest = start.toString();
    start.setLength(0);
    rest.codePoints().forEach(this::addPoint);
  }

  private void begin(BlockStart.Kind kind, String text) {
    boolean tableRow = kind == BlockStart.Kind.TABLE && !contained;
    if (!tableRow) {
      table.end(inline);
    }
    if (code.isOpen() && kind != BlockStart.Kind.QUOTE) {
      code.end();
    }
    var marks = new BlockMarks(page, ink);
    switch (kind) {
      case UNDECIDED -> {}
      case BLANK -> endLine();
      case RULE -> {
        marks.rule(text);
        endLine();
      }
      case FENCE -> {
        code.open(text, quotes);
        endLine();
      }
      case HEADING -> text(marks.heading(text));
      case QUOTE -> quote(marks, text);
      case LIST -> {
        inList = true;
        contained = true;
        marks.item(text);
      }
      case TABLE -> row(tableRow, text);
      case CODE -> indented(marks, text);
      case TEXT -> {
        inList = inList && (contained || !text.isEmpty());
        marks.indent(text);
        text(style);
      }
    }
  }

  private void quote(BlockMarks marks, String text) {
    marks.quote(text);
    style = ink.isPlain() ? ink.base() : ink.base().and(Style.DIM);
    quotes++;
    contained = true;
    if (code.isOpen() && quotes == code.quotes()) {
      line = Line.CODE;
    }
  }

  /** A table within a list or a quote is text. */
  private void row(boolean tableRow, String text) {
    if (tableRow) {
      line = Line.TABLE;
      table.add(text);
    } else {
      text(style);
      text.codePoints().forEach(inline::add);
    }
  }

  /** Within a list, blanks are the indent of its text. */
  private void indented(BlockMarks marks, String text) {
    if (inList) {
      marks.indent(text);
      contained = true;
    } else {
      page.fixed().add(text, style);
      line = Line.CODE;
    }
  }

  private void text(Style look) {
    line = Line.TEXT;
    inline.begin(look);
  }

  private void inText(int point) {
    if (point == '\n') {
      endLine();
    } else {
      inline.add(point);
    }
  }

  private void inCode(int point) {
    if (point == '\n') {
      code.endLine();
      endLine();
    } else {
      code.add(point);
    }
  }

  private void inTable(int point) {
    if (point == '\n') {
      table.endLine(inline);
      beginLine();
    } else if (!table.add(point)) {
      letGo();
    }
  }

  private void endLine() {
    inline.release();
    page.endLine();
    beginLine();
  }

  private void beginLine() {
    line = Line.START;
    style = ink.base();
    contained = false;
    quotes = 0;
  }

  /** What is not decided is text. */
  private void letGo() {
    if (!start.isEmpty()) {
      String held = start.toString();
      start.setLength(0);
      table.end(inline);
      text(style);
      held.codePoints().forEach(inline::add);
    }
    if (line == Line.TABLE) {
      line = Line.TEXT;
    }
    table.end(inline);
    code.release();
    inline.release();
  }

  /** What becomes of tables. */
  enum Tables {
    ALIGNED,
    AS_THEY_COME
  }

  /** What the current line is. */
  private enum Line {
    /** Not known yet. */
    START,
    TEXT,
    CODE,
    TABLE
  }
}
