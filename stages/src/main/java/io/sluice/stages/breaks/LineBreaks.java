package io.sluice.stages.breaks;

/** Cuts behind line ends: LF, CR LF, and CR alone. */
public final class LineBreaks implements TextBreaks {

  private static final int LONGEST = 8192;

  @Override
  public int longest() {
    return LONGEST;
  }

  @Override
  public int end(CharSequence text, int seen) {
    int length = Math.min(text.length(), LONGEST);
    for (int i = Math.max(0, seen - 1); i < length; i++) {
      char character = text.charAt(i);
      if (character == '\n') {
        return i + 1;
      }
      if (character == '\r' && i + 1 < length) {
        return text.charAt(i + 1) == '\n' ? i + 2 : i + 1;
      }
    }
    return length == LONGEST ? cut(text) : UNDECIDED;
  }
}
