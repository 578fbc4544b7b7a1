package io.sluice.cli.run;

import java.util.Optional;

/**
 * Who answered, as far as the report says it.
 *
 * @param kind a server, the built-in model or a record
 * @param url the base URL of a server
 * @param source which of several inputs it was
 */
public record AnswerSource(Kind kind, Optional<String> url, Optional<String> source) {
  static AnswerSource server(String url) {
    return new AnswerSource(Kind.SERVER, Optional.of(url), Optional.empty());
  }

  static AnswerSource builtIn() {
    return new AnswerSource(Kind.BUILT_IN, Optional.empty(), Optional.empty());
  }

  /** Returns the source of an answer that was recorded. */
  public static AnswerSource record() {
    return new AnswerSource(Kind.RECORD, Optional.empty(), Optional.empty());
  }

  /** Whether a server answers, and neither the built-in model nor a record. */
  public boolean isServer() {
    return kind == Kind.SERVER;
  }

  /** This source as one of several inputs, of which lines name it {@code input}. */
  public AnswerSource of(String input) {
    return new AnswerSource(kind, url, Optional.of(input));
  }

  /** Where an answer comes from. */
  enum Kind {
    SERVER,
    BUILT_IN,
    RECORD
  }
}
