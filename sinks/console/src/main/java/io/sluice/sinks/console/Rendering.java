package io.sluice.sinks.console;

/**
 * What becomes of a text on its way to its reader. Mutable: what cannot be decided yet is kept
 * until what follows it is known; for one thread at a time.
 */
interface Rendering {
  /** The next part of a text, as it may be printed. */
  String pass(String part);

  /** What was kept; the text has ended. */
  String end();

  /** What this leaves, rendered further. */
  default Rendering then(Rendering next) {
    Rendering first = this;
    return new Rendering() {
      @Override
      public String pass(String part) {
        return next.pass(first.pass(part));
      }

      @Override
      public String end() {
        return next.pass(first.end()) + next.end();
      }
    };
  }

  /** Text passes as it is. */
  static Rendering verbatim() {
    return new Rendering() {
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
}
