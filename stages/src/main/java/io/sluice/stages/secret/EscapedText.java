package io.sluice.stages.secret;

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
  private static final int OFTEN_ENOUGH = 256;

  private final GrowingText text;

  /** The beginning of an escape, from its backslash on. */
  private final StringBuilder begun = new StringBuilder(UNICODE);

  /** All characters that were not shown yet, as they were written. */
  private final StringBuilder written = new StringBuilder();

  /** The written length of each of these, as a character. */
  private final StringBuilder lengths = new StringBuilder();

  private int nextWritten;
  private int nextLength;

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
    text.append(meant);
    written.append(begun);
    lengths.append((char) begun.length());
    begun.setLength(0);
  }

  private void append(char itself) {
    text.append(itself);
    written.append(itself);
    lengths.append((char) 1);
  }

  private static boolean isHexadecimal(char character) {
    return character < 0x80 && Character.digit(character, HEXADECIMAL) >= 0;
  }

  @Override
  public void show(char meant, StringBuilder out) {
    int length = lengths.charAt(nextLength);
    out.append(written, nextWritten, nextWritten + length);
    skip(1);
  }

  @Override
  public void skip(int count) {
    for (int i = 0; i < count; i++) {
      nextWritten += lengths.charAt(nextLength);
      nextLength++;
    }
    if (nextLength > OFTEN_ENOUGH) {
      written.delete(0, nextWritten);
      lengths.delete(0, nextLength);
      nextWritten = 0;
      nextLength = 0;
    }
  }

  @Override
  public void clear() {
    begun.setLength(0);
    written.setLength(0);
    lengths.setLength(0);
    nextWritten = 0;
    nextLength = 0;
  }
}
