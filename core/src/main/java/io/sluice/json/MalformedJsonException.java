package io.sluice.json;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Thrown when a text is not JSON of the expected form, or exceeds a bound. The message is one line
 * that quotes nothing of the text.
 */
public final class MalformedJsonException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int UNKNOWN = -1;

  private final int offset;

  /** Creates the exception with a description such as {@code "malformed JSON"}. */
  public MalformedJsonException(String found) {
    super(Objects.requireNonNull(found, "found"));
    offset = UNKNOWN;
  }

  MalformedJsonException(String found, int offset, Throwable cause) {
    super(found, cause);
    this.offset = offset;
  }

  /** The same for people, who count the characters of a text from 1, if it is known where. */
  MalformedJsonException in(String text) {
    if (offset < 0) {
      return this;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int before = Math.min(offset, bytes.length);
    int character = new String(bytes, 0, before, StandardCharsets.UTF_8).length();
    return new MalformedJsonException(
        getMessage() + " at character " + Math.max(1, character), offset, this);
  }

  /** The byte of the text in UTF-8 at which reading stopped, from 0, if that is known. */
  public OptionalInt offset() {
    return offset < 0 ? OptionalInt.empty() : OptionalInt.of(offset);
  }
}
