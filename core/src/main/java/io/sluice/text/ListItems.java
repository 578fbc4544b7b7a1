package io.sluice.text;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The list items that a line of Markdown stands in, as far as their indentation says it (CommonMark
 * 0.31, section 5.2). Items nested deeper than a bound are not told apart. Mutable; for one thread.
 */
final class ListItems {
  private static final int DEEPEST = 64;
  private static final int MOST_DIGITS = 9;

  /** More blanks behind a marker belong to indented code within the item. */
  private static final int MOST_BLANKS = 4;

  private final Deque<Integer> columns = new ArrayDeque<>();

  /** Takes the next line that is no code; where its content begins, behind markers of lists. */
  Start startOf(CharSequence line) {
    int index = CodeFence.blanks(line, 0);
    if (index == line.length()) {
      return new Start(0, column());
    }
    leave(CodeFence.column(line, index));
    int from = 0;
    for (int end = marker(line, index); end > 0; end = marker(line, index)) {
      from = enter(line, end);
      index = CodeFence.blanks(line, from);
    }
    return new Start(from, column());
  }

  private int column() {
    return columns.isEmpty() ? 0 : columns.peek();
  }

  private void leave(int column) {
    while (column < column()) {
      columns.pop();
    }
  }

  /** Begins an item; where its content begins. */
  private int enter(CharSequence line, int end) {
    int content = CodeFence.blanks(line, end);
    boolean code = CodeFence.column(line, content) - CodeFence.column(line, end) > MOST_BLANKS;
    int from = code ? end + 1 : content;
    columns.push(CodeFence.column(line, from));
    return from;
  }

  /** The end of a list's marker that begins at an index; 0 if none does. */
  private int marker(CharSequence line, int index) {
    boolean code = CodeFence.column(line, index) - column() > CodeFence.MOST_INDENT;
    if (code || columns.size() >= DEEPEST) {
      return 0;
    }
    int digits = index;
    while (digits < line.length() && isDigit(line.charAt(digits))) {
      digits++;
    }
    String marks = digits == index ? "-+*" : ".)";
    int end = digits + 1;
    boolean followed = end < line.length() && CodeFence.blanks(line, end) > end;
    boolean marked = followed && marks.indexOf(line.charAt(digits)) >= 0;
    return marked && digits - index <= MOST_DIGITS ? end : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Where the content of a line begins.
   *
   * @param index the first character that is no marker of a list
   * @param column the column at which the content of the innermost item begins
   */
  record Start(int index, int column) {}
}
