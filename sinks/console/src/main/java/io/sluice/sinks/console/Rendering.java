package io.sluice.sinks.console;

/**
 * Transforms text before it is printed. Mutable: characters that cannot be decided yet are held
 * until the next are known; for one thread at a time.
 */
interface Rendering {
  /** Transforms the next part of a text. */
  String pass(String part);

  /** Returns the held characters at the end of the text. */
  String end();

  /** Applies another rendering to the result of this one. */
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

  /** A rendering that changes nothing. */
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
