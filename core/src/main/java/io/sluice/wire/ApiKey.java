package io.sluice.wire;

import java.util.Objects;

/** An API key. Only a dialect reads it, to add it to a call; its text form never shows it. */
public final class ApiKey {

  private final String secret;

  private ApiKey(String secret) {
    this.secret = secret;
  }

  /**
   * Wraps a key; surrounding white space, such as a file's last line break, is removed.
   *
   * @throws IllegalArgumentException if nothing is left, or if a header cannot contain it
   */
  public static ApiKey of(String secret) {
    String key = Objects.requireNonNull(secret, "secret").strip();
    if (key.isEmpty()) {
      throw new IllegalArgumentException("the API key is empty; set it or unset its variable");
    }
    if (key.chars().anyMatch(c -> c <= ' ' || c >= 127)) {
      throw new IllegalArgumentException(
          "the API key holds a space, a line break or a character beyond ASCII; copy it again");
    }
    return new ApiKey(key);
  }

  /** The key itself; use it only in a header. */
  public String reveal() {
    return secret;
  }

  /** Never contains the key. */
  @Override
  public String toString() {
    return "***";
  }
}
