package io.sluice.chat;

import java.util.Objects;

/**
 * One JSON value as text, for fields that Sluice does not model: kept verbatim, never parsed again.
 *
 * @param text a complete JSON value; not validated here, because it is copied from a document that
 *     was
 */
public record Json(String text) {

  /** Refuses null and blank text. */
  public Json {
    if (Objects.requireNonNull(text, "text").isBlank()) {
      throw new IllegalArgumentException("a JSON value cannot be blank");
    }
  }

  /** The text itself, so that a value can be printed as it is. */
  @Override
  public String toString() {
    return text;
  }
}
