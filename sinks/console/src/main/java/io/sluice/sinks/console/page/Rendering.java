package io.sluice.sinks.console.page;

/**
 * Transforms text before it is printed. Mutable: characters that cannot be decided yet are held
 * until the next are known; for one thread at a time.
 */
public interface Rendering {
  /** Transforms the next part of a text. */
  String pass(String part);

  /** Returns the held characters, after which the text may go on; by default none is held. */
  default String release() {
    return "";
  }

  /**
   * Returns the held characters; what follows is printed at the start of a row. By default none is
   * held.
   */
  default String interrupt() {
    return "";
  }

  /** Returns the held characters at the end of the text. The next text begins anew. */
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
      public String release() {
        return next.pass(first.release()) + next.release();
      }

      @Override
      public String interrupt() {
        return next.pass(first.interrupt()) + next.interrupt();
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
