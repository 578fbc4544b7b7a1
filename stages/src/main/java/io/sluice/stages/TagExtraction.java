package io.sluice.stages;

/**
 * Makes reasoning of what stands between {@code <tag>} and {@code </tag>}. The tags are taken away,
 * with the line ends behind them. Mutable; for one thread.
 */
final class TagExtraction implements TextExtraction {

  private final String opening;
  private final String closing;
  private final StringBuilder held = new StringBuilder();
  private boolean within;
  private boolean behindTag;

  TagExtraction(String tag) {
    opening = "<" + tag + ">";
    closing = "</" + tag + ">";
  }

  @Override
  public void add(String text, Kept kept) {
    held.append(text);
    int at = 0;
    while (true) {
      at = behindLineEnds(at);
      String tag = within ? closing : opening;
      int found = held.indexOf(tag, at);
      if (found < 0) {
        break;
      }
      keep(at, found, kept);
      at = found + tag.length();
      within = !within;
      behindTag = true;
    }
    int sure = held.length() - beginningOfTag(at);
    keep(at, sure, kept);
    held.delete(0, sure);
  }

  @Override
  public void flush(Kept kept) {
    keep(0, held.length(), kept);
    held.setLength(0);
  }

  private int behindLineEnds(int from) {
    int at = from;
    while (behindTag && at < held.length()) {
      if (held.charAt(at) != '\n' && held.charAt(at) != '\r') {
        behindTag = false;
      } else {
        at++;
      }
    }
    return at;
  }

  /** How many characters at the end may be the beginning of the next tag. */
  private int beginningOfTag(int from) {
    String tag = within ? closing : opening;
    for (int length = Math.min(tag.length() - 1, held.length() - from); length > 0; length--) {
      if (tag.startsWith(held.substring(held.length() - length))) {
        return length;
      }
    }
    return 0;
  }

  private void keep(int from, int to, Kept kept) {
    if (to > from) {
      kept.keep(within ? TextKind.REASONING : TextKind.TEXT, held.substring(from, to));
    }
  }
}
