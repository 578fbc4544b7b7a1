package io.sluice.text;

/**
 * The line that opens a fenced code block (CommonMark 0.31, section 4.5). Columns count from 0, and
 * a tab reaches to the next multiple of four.
 *
 * @param mark the character that the fence repeats
 * @param length how often; 0 if no block is open
 * @param indent the columns before the fence
 * @param deepest the columns that a closing fence may have before it
 * @param info what stands behind the fence, without blanks around it
 */
record CodeFence(char mark, int length, int indent, int deepest, String info) {
  static final CodeFence NONE = new CodeFence(' ', 0, 0, 0, "");

  /** Four columns make indented code. */
  static final int MOST_INDENT = 3;

  private static final int LEAST_LENGTH = 3;
  private static final int TAB = 4;

  /**
   * The fence that a line opens a block with, or {@link #NONE}.
   *
   * @param line the line without its end, or as much of it as is looked at
   * @param start where the content begins of the list item that the line belongs to
   */
  static CodeFence opening(CharSequence line, ListItems.Start start) {
    int from = blanks(line, start.index());
    int end = marks(line, from);
    int indent = column(line, from);
    if (end - from < LEAST_LENGTH || indent - start.column() > MOST_INDENT) {
      return NONE;
    }
    String info = line.subSequence(end, line.length()).toString().strip();
    boolean inline = line.charAt(from) == '`' && info.indexOf('`') >= 0;
    return inline
        ? NONE
        : new CodeFence(line.charAt(from), end - from, indent, start.column() + MOST_INDENT, info);
  }

  boolean isOpen() {
    return length > 0;
  }

  /** Whether a line, given without its end, closes the block. */
  boolean isClosedBy(CharSequence line) {
    return mayBeClosedBy(line) && marksOf(line) >= length;
  }

  /** Whether a line that begins so may close the block. */
  boolean mayBeClosedBy(CharSequence line) {
    int from = blanks(line, 0);
    if (column(line, from) > deepest) {
      return false;
    }
    int end = from + marksOf(line);
    return end == line.length() || (end - from >= length && blanks(line, end) == line.length());
  }

  /** The line without as many columns of blanks as stand before the opening fence. */
  String unindented(CharSequence line) {
    int index = 0;
    int column = 0;
    while (column < indent && index < line.length() && isIndent(line.charAt(index))) {
      column = after(column, line.charAt(index));
      index++;
    }
    return " ".repeat(Math.max(0, column - indent)) + line.subSequence(index, line.length());
  }

  private int marksOf(CharSequence line) {
    int from = blanks(line, 0);
    return from < line.length() && line.charAt(from) == mark ? marks(line, from) - from : 0;
  }

  /** The end of the run of fence marks that begins at an index. */
  private static int marks(CharSequence line, int from) {
    int end = from;
    while (end < line.length()
        && isMark(line.charAt(end))
        && line.charAt(end) == line.charAt(from)) {
      end++;
    }
    return end;
  }

  /** The end of the blanks that begin at an index; a return before a line feed is one of them. */
  static int blanks(CharSequence line, int from) {
    int end = from;
    while (end < line.length() && (isIndent(line.charAt(end)) || line.charAt(end) == '\r')) {
      end++;
    }
    return end;
  }

  /** The column of an index. */
  static int column(CharSequence line, int index) {
    int column = 0;
    for (int i = 0; i < index; i++) {
      column = after(column, line.charAt(i));
    }
    return column;
  }

  private static int after(int column, char c) {
    return c == '\t' ? column + TAB - column % TAB : column + 1;
  }

  private static boolean isIndent(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isMark(char c) {
    return c == '`' || c == '~';
  }
}
