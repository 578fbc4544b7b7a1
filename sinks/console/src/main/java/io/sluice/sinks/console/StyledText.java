package io.sluice.sinks.console;

/**
 * Collects characters with their styles. Its text is plain at its end and at the end of each line,
 * so that neither another writer nor the rest of a row inherits a style. Mutable.
 */
final class StyledText {
  private final StringBuilder text = new StringBuilder();
  private Style current = Style.PLAIN;
  private char kept;

  /**
   * Adds a UTF-16 unit. The first half of a surrogate pair waits for its second, and takes its
   * style.
   */
  void add(char unit, Style style) {
    if (Character.isHighSurrogate(unit) && kept == 0) {
      kept = unit;
      return;
    }
    turn(unit == '\n' ? Style.PLAIN : style);
    letGo();
    text.append(unit);
  }

  /** The characters added since the last call. */
  String take() {
    text.append(current.off());
    current = Style.PLAIN;
    return drain();
  }

  /** The characters added since the last call, including half a surrogate pair at the end. */
  String takeAll() {
    letGo();
    return take();
  }

  private void turn(Style wanted) {
    if (wanted != current) {
      text.append(current.off()).append(wanted.on());
      current = wanted;
    }
  }

  private void letGo() {
    if (kept != 0) {
      text.append(kept);
      kept = 0;
    }
  }

  private String drain() {
    String taken = text.toString();
    text.setLength(0);
    return taken;
  }
}
