package io.sluice.stages.secret;

/** A text as far as it has come. Mutable; for one thread. */
final class GrowingText implements CharSequence {

  private final StringBuilder text = new StringBuilder();
  private boolean complete;

  /** How many characters were forgotten. */
  private long forgotten;

  void append(String more) {
    text.append(more);
  }

  void append(String more, int from, int to) {
    text.append(more, from, to);
  }

  void append(char more) {
    text.append(more);
  }

  /** Begins anew, with no text. */
  void clear() {
    forgotten += text.length();
    text.setLength(0);
    complete = false;
  }

  /** From now on nothing is appended. */
  void complete() {
    complete = true;
  }

  /** Whether nothing will be appended. */
  boolean isComplete() {
    return complete;
  }

  /** What a rule says that has reached the end: it can know only of a complete text. */
  int atEnd() {
    return complete ? SecretRule.NONE : SecretRule.UNDECIDED;
  }

  /** Forgets the first characters. */
  void drop(int count) {
    forgotten += count;
    text.delete(0, count);
  }

  /** A number for this place that no other place gets, also if the text is cleared; it grows. */
  long position(int at) {
    return forgotten + at;
  }

  /** Whether a letter or digit stands directly before this place. */
  boolean followsLetterOrDigit(int at) {
    return at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
  }

  /** Whether this part stands here, as far as the text has come. */
  boolean startsWith(String part, int at) {
    if (at + part.length() > text.length()) {
      return false;
    }
    for (int i = 0; i < part.length(); i++) {
      if (text.charAt(at + i) != part.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  int indexOf(String part, int from) {
    return text.indexOf(part, from);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
