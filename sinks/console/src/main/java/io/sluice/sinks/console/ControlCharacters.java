package io.sluice.sinks.console;

/**
 * What becomes of control characters on the way out. Mutable: a carriage return is kept until what
 * follows it is known; for one thread at a time.
 */
interface ControlCharacters {

  /** The next part of a text, as it may be printed. */
  String pass(String part);

  /** What was kept; the text has ended. */
  String end();

  /** They pass as they are. */
  static ControlCharacters verbatim() {
    return new ControlCharacters() {
      @Override
      public String pass(String part) {
        return part;
      }

      @Override
      public String end() {
        return "";
      }
    };
  }

  /** They become visible; line feed, tab and CRLF keep their meaning. */
  static ControlCharacters visible() {
    return new VisibleControls();
  }
}
