package io.sluice.chat;

import io.sluice.json.syntax.JsonSyntax;
import java.util.Objects;
import java.util.Optional;

/**
 * One JSON value as text, for fields that Sluice does not model: kept verbatim. Immutable; two are
 * equal if their text is.
 */
public final class Json {

  private final String text;

  /**
   * Creates a value of a text that is checked, which takes time in proportion to the text.
   *
   * @throws IllegalArgumentException if the text is not one JSON value, or has more than 500
   *     brackets within each other; one line, which says at which character, counted from 1
   */
  public Json(String text) {
    this(text, JsonSyntax.problem(text));
  }

  private Json(String text, Optional<String> problem) {
    if (Objects.requireNonNull(text, "text").isBlank()) {
      throw new IllegalArgumentException("a JSON value cannot be blank");
    }
    if (problem.isPresent()) {
      throw new IllegalArgumentException(problem.get());
    }
    this.text = text;
  }

  /**
   * A value that is not checked, for text that a parser has accepted or that was written by {@code
   * JsonWriter}. What is no JSON makes the request or transcript invalid that it is written to.
   *
   * @throws IllegalArgumentException if the text is blank
   */
  public static Json verbatim(String text) {
    return new Json(text, Optional.empty());
  }

  /** The complete JSON value, as it was written. */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Json json && text.equals(json.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The text itself, so that a value can be printed as it is. */
  @Override
  public String toString() {
    return text;
  }
}
