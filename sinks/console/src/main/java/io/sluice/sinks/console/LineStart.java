package io.sluice.sinks.console;

/**
 * Recognises the kind of a Markdown line by its first characters, which it holds until then.
 * Mutable; used again for each line.
 */
final class LineStart {
  private static final int MOST_INDENT = 3;
  private static final int MOST_HASHES = 6;
  private static final int LEAST_FENCE = 3;

  private final StringBuilder kept = new StringBuilder();
  private int indent;
  private char mark;
  private int marks;

  /** Adds the next character of a line, within {@code open} or outside any block. */
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

  /** Removes and returns the held characters. */
  String take() {
    String taken = kept.toString();
    kept.setLength(0);
    return taken;
  }

  /** The fence at the beginning of the line. */
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

  /** The kind of the line, given the character after its marks. */
  private Kind after(char c, Fence open) {
    if (open.isOpen()) {
      return after(c, open.closedBy(fence()));
    }
    if (mark == '#') {
      return c == ' ' || c == '\t' || c == '\n' ? Kind.HEADING : Kind.TEXT;
    }
    return marks >= LEAST_FENCE ? Kind.FENCE : Kind.TEXT;
  }

  /** Only blanks may follow a closing fence. */
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

  /** The kinds of a line. */
  enum Kind {
    UNDECIDED,
    TEXT,
    HEADING,
    FENCE,
    CODE
  }
}
