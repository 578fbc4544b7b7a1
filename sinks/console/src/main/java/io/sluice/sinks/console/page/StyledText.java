package io.sluice.sinks.console.page;

/**
 * Collects characters with their styles. Its text is plain at its end and at the end of each line,
 * so that neither another writer nor the rest of a row inherits a style. Mutable.
 */
public final class StyledText {
  private final StringBuilder text = new StringBuilder();
  private Style current = Style.PLAIN;

  /** No text yet. */
  public StyledText() {}

  /** Adds a character. */
  public void add(int point, Style style) {
    turn(point == '\n' ? Style.PLAIN : style);
    text.appendCodePoint(point);
  }

  /** The characters added since the last call. */
  public String take() {
    turn(Style.PLAIN);
    String taken = text.toString();
    text.setLength(0);
    return taken;
  }

  private void turn(Style wanted) {
    if (!wanted.equals(current)) {
      text.append(current.off()).append(wanted.on());
      current = wanted;
    }
  }
}
