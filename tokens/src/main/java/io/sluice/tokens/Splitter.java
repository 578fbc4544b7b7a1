package io.sluice.tokens;

/**
 * Splits a text into the pieces that an encoding encodes apart, one code point after another: tells
 * a {@link Tail} what becomes of the pieces at its end. This is what the encodings have in common,
 * the treatment of white space. Mutable; for one thread at a time.
 */
abstract class Splitter {

  /** No piece has begun. */
  static final int START = 0;

  /** White space: one piece, or two of which the first goes up to the last line end. */
  static final int SPACES = 1;

  /** One blank, and something visible comes now. */
  static final int BLANK = 2;

  /** One other white space, and something visible comes now. */
  static final int OTHER_SPACE = 3;

  /** Up to three digits; the detail is how many. */
  static final int DIGITS = 4;

  /** The first state that is an encoding's own. */
  static final int OWN = 5;

  private static final int MOST_DIGITS = 3;

  private static final byte[] CLASSES = CharacterClasses.table();

  final Tail tail;
  int state;

  /** What the state is about. */
  int detail;

  private boolean lineEnded;
  private long run;
  private int lastSpace;

  Splitter(Tail tail) {
    this.tail = tail;
  }

  /** Goes on where the other is, with a tail of its own. */
  final void copy(Splitter other) {
    state = other.state;
    detail = other.detail;
    lineEnded = other.lineEnded;
    run = other.run;
    lastSpace = other.lastSpace;
  }

  final void accept(int codePoint) {
    byte kind = CLASSES[codePoint];
    if (kind == CharacterClasses.LINE_END) {
      lineEnd(codePoint);
    } else if (kind == CharacterClasses.SPACE) {
      space(codePoint);
    } else {
      if (state == SPACES) {
        leaveSpaces();
      }
      visible(codePoint, kind);
    }
  }

  /** All pieces are final. */
  final void end() {
    tail.end();
    state = START;
  }

  /** Takes a code point that is no white space. */
  abstract void visible(int codePoint, byte kind);

  final void append(int codePoint, int next) {
    tail.append(codePoint);
    state = next;
  }

  /** Takes a digit where pieces have no more than three. */
  final void digit(int codePoint) {
    if (state != DIGITS) {
      tail.end();
      detail = 0;
    }
    append(codePoint, DIGITS);
    detail++;
    if (detail == MOST_DIGITS) {
      end();
    }
  }

  /** Takes CR or LF: white space in front of it belongs to its piece. */
  void lineEnd(int codePoint) {
    enterSpaces();
    tail.unmark();
    tail.append(codePoint);
    tail.mark();
    lineEnded = true;
    run = 0;
  }

  final void space(int codePoint) {
    enterSpaces();
    tail.append(codePoint);
    run++;
    lastSpace = codePoint;
  }

  private void enterSpaces() {
    if (state != SPACES) {
      tail.end();
      state = SPACES;
      lineEnded = false;
      run = 0;
    }
  }

  /** The last white space before something visible is parted from the others. */
  private void leaveSpaces() {
    if (lineEnded) {
      tail.cut();
    }
    if (run == 0) {
      state = START;
      return;
    }
    if (run > 1) {
      tail.cutBeforeLast();
    }
    state = lastSpace == ' ' ? BLANK : OTHER_SPACE;
  }
}
