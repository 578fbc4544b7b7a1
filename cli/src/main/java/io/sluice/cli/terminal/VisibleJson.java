package io.sluice.cli.terminal;

/** JSON of whatever origin, as a terminal can show it without being told what to do. */
public final class VisibleJson {
  private VisibleJson() {}

  /**
   * The same JSON: control characters but line feeds and tabs, and what overrides the direction of
   * writing, become the escapes that stand for them within a string.
   */
  public static String of(String json) {
    var visible = new StringBuilder(json.length());
    json.codePoints()
        .forEach(
            point -> {
              if (point == '\n' || point == '\t' || TerminalText.harmless(point) == point) {
                visible.appendCodePoint(point);
              } else {
                visible.append(String.format("\\u%04x", point));
              }
            });
    return visible.toString();
  }
}
