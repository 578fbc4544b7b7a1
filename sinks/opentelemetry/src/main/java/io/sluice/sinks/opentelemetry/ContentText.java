package io.sluice.sinks.opentelemetry;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Prepares a text of a prompt or an answer for being reported: redacts it, then cuts it.
 *
 * @param limit the most characters that are kept
 * @param redactor takes out what nobody is to read
 */
record ContentText(int limit, UnaryOperator<String> redactor) {

  /** What stands behind a text that was cut. */
  static final String CUT = "… [cut]";

  /** The text as it may be reported; empty if the redactor throws or has none. */
  Optional<String> of(String text) {
    try {
      return Optional.ofNullable(redactor.apply(text))
          .map(redacted -> redacted.length() <= limit ? redacted : cut(redacted));
    } catch (RuntimeException failed) {
      return Optional.empty();
    }
  }

  /** Between two characters, never within a pair of surrogates. */
  private String cut(String text) {
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end) + CUT;
  }
}
