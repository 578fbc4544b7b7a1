package io.sluice.sinks.console;

/** Finds bold text and code within a line of Markdown. Mutable. */
final class Inline {
  private static final int BOLD_MARKS = 2;

  private final StyledText out;
  private boolean bold;
  private int code;
  private char mark;
  private int marks;
  private char before = ' ';
  private boolean escaped;

  Inline(StyledText out) {
    this.out = out;
  }

  void add(char c) {
    if (marks > 0 && c == mark) {
      marks++;
      return;
    }
    if (marks > 0) {
      decide(c);
    }
    if (!escaped && isMark(c)) {
      mark = c;
      marks = 1;
      return;
    }
    escaped = c == '\\' && !escaped && code == 0;
    put(c);
  }

  /** Ends the text; nothing follows. */
  void end() {
    endLine();
    before = ' ';
  }

  /** Ends everything that is open at the end of a line. */
  void endLine() {
    if (marks > 0) {
      decide('\n');
    }
    bold = false;
    code = 0;
    escaped = false;
    before = ' ';
  }

  private boolean isMark(char c) {
    return c == '`' || (c == '*' && code == 0);
  }

  /** Interprets a finished run of marks, given the character after it. */
  private void decide(char next) {
    int run = marks;
    marks = 0;
    if (mark == '`') {
      ticks(run);
    } else {
      stars(run, next);
    }
  }

  private void ticks(int run) {
    boolean closes = code == run;
    if (code == 0) {
      code = run;
    }
    put(run);
    if (closes) {
      code = 0;
    }
  }

  private void stars(int run, char next) {
    boolean closes = bold && run >= BOLD_MARKS && !Character.isWhitespace(before);
    bold = bold || (run >= BOLD_MARKS && !Character.isWhitespace(next));
    put(run);
    if (closes) {
      bold = false;
    }
  }

  private void put(int run) {
    for (int i = 0; i < run; i++) {
      put(mark);
    }
  }

  private void put(char c) {
    Style text = bold ? Style.BOLD : Style.PLAIN;
    out.add(c, code > 0 ? Style.CODE : text);
    before = c;
  }
}
