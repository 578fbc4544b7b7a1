package io.sluice.wire;

import java.util.Objects;

/** A secret that shows itself to nobody but the dialect that signs a call with it. */
public final class ApiKey {

  private final String secret;

  private ApiKey(String secret) {
    this.secret = secret;
  }

  /**
   * Wraps a key; surrounding white space, as files end with, is dropped.
   *
   * @throws IllegalArgumentException if nothing is left, or if it cannot stand in a header
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

  /** The key itself, to be put into a header and nowhere else. */
  public String reveal() {
    return secret;
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "***";
  }
}
