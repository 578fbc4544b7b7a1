package io.sluice.tokens;

/**
 * The end of a text, whose split into pieces may still change: one piece, or two of which the first
 * ends at a mark.
 */
interface Tail {

  /** The last piece grows. */
  void append(int codePoint);

  /** The piece so far is one of its own, unless the mark is taken away again. */
  void mark();

  /** There is no mark any more: the tail is one piece. */
  void unmark();

  /** The piece before the mark is final; what comes after the mark remains. */
  void cut();

  /** All but the last code point is a final piece. There is no mark. */
  void cutBeforeLast();

  /** The whole tail is a final piece, and the next one begins. There is no mark. */
  void end();
}
