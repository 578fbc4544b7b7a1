package io.sluice.sinks.console;

import io.sluice.sinks.console.page.Rendering;
import io.sluice.text.Printable;

/**
 * Makes visible what is not {@link Printable}: C0 controls and DEL become their pictures, C1
 * controls and what overrides the direction of writing become U+FFFD. Each is a single UTF-16 unit,
 * so that no cut between deltas can hide one.
 */
final class VisibleControls implements Rendering {

  private static final char PICTURES = '\u2400';
  private static final char PICTURE_OF_DELETE = '\u2421';

  private boolean returned;

  @Override
  public String pass(String part) {
    var visible = new StringBuilder(part.length());
    for (int i = 0; i < part.length(); i++) {
      append(visible, part.charAt(i));
    }
    return visible.toString();
  }

  @Override
  public String end() {
    String kept = returned ? picture('\r') : "";
    returned = false;
    return kept;
  }

  /** A carriage return before a line feed has no effect and is dropped. */
  private void append(StringBuilder visible, char c) {
    if (returned && c != '\n') {
      visible.append(picture('\r'));
    }
    returned = c == '\r';
    if (!returned) {
      visible.append(symbol(c));
    }
  }

  private static char symbol(char c) {
    if (Printable.isPrintable(c)) {
      return c;
    }
    if (c < ' ') {
      return (char) (PICTURES + c);
    }
    return c == '\u007F' ? PICTURE_OF_DELETE : Printable.REPLACEMENT;
  }

  private static String picture(char control) {
    return String.valueOf((char) (PICTURES + control));
  }
}
