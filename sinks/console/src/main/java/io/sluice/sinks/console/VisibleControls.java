package io.sluice.sinks.console;

/**
 * Makes characters visible that a terminal would interpret: C0 controls and DEL become their
 * pictures, C1 controls and overrides of the writing direction become U+FFFD. Each is a single
 * UTF-16 unit, so that none can be hidden by splitting it between deltas.
 */
final class VisibleControls implements Rendering {

  private static final char REPLACEMENT = '\uFFFD';
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
    if (c == '\n' || c == '\t') {
      return c;
    }
    if (c < ' ') {
      return (char) (PICTURES + c);
    }
    if (c == '\u007F') {
      return PICTURE_OF_DELETE;
    }
    return isC1(c) || overridesDirection(c) ? REPLACEMENT : c;
  }

  private static boolean isC1(char c) {
    return c >= '\u0080' && c <= '\u009F';
  }

  /** True for embeddings, overrides and isolates; the plain marks U+200E and U+200F are kept. */
  private static boolean overridesDirection(char c) {
    return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }

  private static String picture(char control) {
    return String.valueOf((char) (PICTURES + control));
  }
}
