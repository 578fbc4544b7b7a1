package io.sluice.sinks.console;

/**
 * Tells what a line of Markdown is by its first characters, which it keeps until then. Mutable;
 * used again for each line.
 */
final class LineStart {
  private static final int MOST_INDENT = 3;
  private static final int MOST_HASHES = 6;
  private static final int LEAST_FENCE = 3;

  private final StringBuilder kept = new StringBuilder();
  private int indent;
  private char mark;
  private int marks;

  /** The next character of a line, within {@code open} or outside any block. */
  Kind add(char c, Fence open) {
    kept.append(c);
    if (marks == 0 && c == ' ' && indent <= MOST_INDENT) {
      indent++;
      return indent > MOST_INDENT ? other(open) : Kind.UNDECIDED;
    }
    if (marks == 0 ? isMark(c, open) : c == mark) {
      mark = c;
      marks++;
      return ofMarks(open);
    }
    return marks == 0 ? other(open) : after(c, open);
  }

  /** What was kept. */
  String take() {
    String taken = kept.toString();
    kept.setLength(0);
    return taken;
  }

  /** The fence that the line began with. */
  Fence fence() {
    return new Fence(mark, marks);
  }

  void reset() {
    kept.setLength(0);
    indent = 0;
    mark = ' ';
    marks = 0;
  }

  private static boolean isMark(char c, Fence open) {
    return open.isOpen() ? c == open.mark() : c == '#' || c == '`' || c == '~';
  }

  private Kind ofMarks(Fence open) {
    return mark == '#' && marks > MOST_HASHES ? other(open) : Kind.UNDECIDED;
  }

  /** Something follows the marks. */
  private Kind after(char c, Fence open) {
    if (open.isOpen()) {
      return after(c, open.closedBy(fence()));
    }
    if (mark == '#') {
      return c == ' ' || c == '\t' || c == '\n' ? Kind.HEADING : Kind.TEXT;
    }
    return marks >= LEAST_FENCE ? Kind.FENCE : Kind.TEXT;
  }

  /** Behind a closing fence there may be blanks alone. */
  private static Kind after(char c, boolean longEnough) {
    if (!longEnough) {
      return Kind.CODE;
    }
    return switch (c) {
      case '\n' -> Kind.FENCE;
      case ' ', '\t' -> Kind.UNDECIDED;
      default -> Kind.CODE;
    };
  }

  private static Kind other(Fence open) {
    return open.isOpen() ? Kind.CODE : Kind.TEXT;
  }

  /** What a line turned out to be. */
  enum Kind {
    UNDECIDED,
    TEXT,
    HEADING,
    FENCE,
    CODE
  }
}
