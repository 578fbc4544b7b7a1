package io.sluice.cli.terminal;

import io.sluice.text.Printable;

/** JSON of any origin, in a form that a terminal shows and does not obey. */
public final class VisibleJson {
  private VisibleJson() {}

  /**
   * Writes JSON of the same value, in which each character that is not {@link Printable} is the
   * escape that stands for it within a string.
   */
  public static String of(String json) {
    var visible = new StringBuilder(json.length());
    json.codePoints()
        .forEach(
            point -> {
              if (Printable.isPrintable(point)) {
                visible.appendCodePoint(point);
              } else {
                visible.append(String.format("\\u%04x", point));
              }
            });
    return visible.toString();
  }
}
