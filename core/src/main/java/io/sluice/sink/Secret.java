package io.sluice.sink;

import java.util.Objects;

/** A value that must not be shown, such as a token. Its text form never contains it. Immutable. */
public final class Secret {

  static final String MASK = "***";

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /**
   * Wraps a value; line breaks at its end, such as a file's last one, are removed.
   *
   * @throws IllegalArgumentException if nothing is left
   */
  public static Secret of(String value) {
    String kept = Objects.requireNonNull(value, "value").replaceFirst("[\\r\\n]+$", "");
    if (kept.isBlank()) {
      throw new IllegalArgumentException("a secret is empty; give it a value");
    }
    return new Secret(kept);
  }

  /** The value itself; use it only where it is needed. */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Secret secret && value.equals(secret.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Never contains the value. */
  @Override
  public String toString() {
    return MASK;
  }
}
