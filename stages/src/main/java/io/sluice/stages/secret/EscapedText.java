package io.sluice.stages.secret;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads a text in which JSON's escapes (RFC 8259, section 7) may stand, a character at a time, and
 * keeps how each one was written. What only looks like an escape stands for itself. Mutable; for
 * one thread.
 */
final class EscapedText implements Spelling {

  private static final String ESCAPED = "\"\\/bfnrt";
  private static final String MEANT = "\"\\/\b\f\n\r\t";
  private static final int UNICODE = 6;
  private static final int HEXADECIMAL = 16;

  private final GrowingText text;

  /** The beginning of an escape, from its backslash on. */
  private final StringBuilder begun = new StringBuilder(UNICODE);

  /** The escapes among the characters that were not shown yet, in order. */
  private final Deque<Escape> escapes = new ArrayDeque<>();

  /** How many characters were appended to the text, and how many of them were shown or skipped. */
  private long appended;

  private long passed;

  /** Appends what the characters mean to this text. */
  EscapedText(GrowingText text) {
    this.text = text;
  }

  /** Whether an escape has begun and may go on. */
  boolean isWithinEscape() {
    return begun.length() > 0;
  }

  /** Whether the next character is the one behind the backslash that begins an escape. */
  boolean isBehindBackslash() {
    return begun.length() == 1;
  }

  /** Takes the next character as it is written. */
  void add(char next) {
    if (begun.length() >= 2 && !isHexadecimal(next)) {
      release();
    }
    if (begun.length() == 0 && next != '\\') {
      append(next);
      return;
    }
    begun.append(next);
    if (begun.length() == 2 && next != 'u') {
      endSimple(ESCAPED.indexOf(next));
    } else if (begun.length() == UNICODE) {
      end((char) Integer.parseInt(begun, 2, UNICODE, HEXADECIMAL));
    }
  }

  /**
   * Takes the characters from here up to an escape or to {@code end}, which stand for themselves.
   *
   * @return where it stopped: {@code from} if an escape is under way
   */
  int addPlain(String part, int from, char end) {
    int to = from;
    while (begun.length() == 0
        && to < part.length()
        && part.charAt(to) != end
        && part.charAt(to) != '\\') {
      to++;
    }
    text.append(part, from, to);
    appended += to - from;
    return to;
  }

  /** An escape that has begun does not go on, and so stands for itself. */
  void release() {
    for (int i = 0; i < begun.length(); i++) {
      append(begun.charAt(i));
    }
    begun.setLength(0);
  }

  private void endSimple(int kind) {
    if (kind < 0) {
      release();
    } else {
      end(MEANT.charAt(kind));
    }
  }

  private void end(char meant) {
    escapes.add(new Escape(appended, begun.toString()));
    append(meant);
    begun.setLength(0);
  }

  private void append(char next) {
    text.append(next);
    appended++;
  }

  private static boolean isHexadecimal(char character) {
    return character < 0x80 && Character.digit(character, HEXADECIMAL) >= 0;
  }

  @Override
  public void show(char meant, StringBuilder out) {
    Escape next = escapes.peek();
    if (next != null && next.at() == passed) {
      out.append(next.written());
    } else {
      out.append(meant);
    }
    skip(1);
  }

  @Override
  public void skip(int count) {
    passed += count;
    while (!escapes.isEmpty() && escapes.element().at() < passed) {
      escapes.remove();
    }
  }

  @Override
  public void clear() {
    begun.setLength(0);
    escapes.clear();
    passed = appended;
  }

  /**
   * A character that was written as an escape.
   *
   * @param at how many characters were appended before it
   * @param written the escape
   */
  private record Escape(long at, String written) {}
}
