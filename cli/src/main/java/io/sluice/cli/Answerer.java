package io.sluice.cli;

import java.util.Optional;

/**
 * Who answered, as far as the report says it.
 *
 * @param kind a server, the built-in model or a record
 * @param source which of several inputs it was
 */
record Answerer(Kind kind, Optional<String> source) {
  static Answerer server() {
    return new Answerer(Kind.SERVER, Optional.empty());
  }

  static Answerer builtIn() {
    return new Answerer(Kind.BUILT_IN, Optional.empty());
  }

  static Answerer record() {
    return new Answerer(Kind.RECORD, Optional.empty());
  }

  /** The same, as one of several inputs. */
  Answerer of(String input) {
    return new Answerer(kind, Optional.of(input));
  }

  /** Where an answer comes from. */
  enum Kind {
    SERVER,
    BUILT_IN,
    RECORD
  }
}
