package io.sluice.stages.secret;

/** Private keys in PEM form, from the line that begins them to the line that ends them. */
final class PrivateKeyRule implements SecretRule {

  private static final String BEGIN = "-----BEGIN ";
  private static final String KIND = "PRIVATE KEY-----";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";
  private static final int LONGEST_KIND = 24;
  private static final int LONGEST_END = 48;

  /** Whether the last key that was found has not ended yet. */
  private boolean open;

  @Override
  public String label() {
    return "[key]";
  }

  @Override
  public int longest() {
    return BEGIN.length() + LONGEST_KIND + KIND.length();
  }

  @Override
  public boolean mayBeginWith(char first) {
    return first == BEGIN.charAt(0);
  }

  @Override
  public boolean mayBeIn(String text) {
    return text.contains(BEGIN);
  }

  @Override
  public int match(GrowingText text, int at) {
    for (int i = 0; i < BEGIN.length(); i++) {
      if (at + i == text.length()) {
        return text.atEnd();
      }
      if (text.charAt(at + i) != BEGIN.charAt(i)) {
        return NONE;
      }
    }
    int from = at + BEGIN.length();
    for (int kind = from; kind <= from + LONGEST_KIND; kind++) {
      if (text.startsWith(KIND, kind)) {
        open = true;
        return kind + KIND.length() - at;
      }
    }
    return text.length() - at >= longest() ? NONE : text.atEnd();
  }

  /** Up to the end of the last line; before that has come, all but what may be its beginning. */
  @Override
  public int rest(GrowingText text, int at) {
    return open ? restOfKey(text, at) : 0;
  }

  private int restOfKey(GrowingText text, int at) {
    int end = text.indexOf(END, at);
    while (end >= 0) {
      int close = text.indexOf(DASHES, end + END.length());
      if (close >= 0 && close - end <= LONGEST_END) {
        open = false;
        return close + DASHES.length() - at;
      }
      if (close < 0 && text.length() - end <= LONGEST_END && !text.isComplete()) {
        return end - at;
      }
      end = text.indexOf(END, end + 1);
    }
    int kept = text.isComplete() ? 0 : END.length();
    return Math.max(0, text.length() - kept - at);
  }

  @Override
  public boolean mayGoOn(GrowingText text, int at) {
    return open;
  }
}
