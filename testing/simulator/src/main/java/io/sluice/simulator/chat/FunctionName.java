package io.sluice.simulator.chat;

import io.sluice.simulator.request.InvalidRequest;

/** The rule for names of functions, and of schemas. */
public final class FunctionName {
  private static final int LONGEST = 64;
  private static final String PATTERN = "^[a-zA-Z0-9_-]+$";

  private FunctionName() {}

  /**
   * Checks a name.
   *
   * @param place of the name in the request, as errors write it
   * @throws InvalidRequest if it is longer than 64 characters, or has others than letters, digits,
   *     {@code _} and {@code -}
   */
  public static void check(String name, String place) {
    if (name.length() > LONGEST) {
      throw InvalidRequest.bound(
          place,
          "string_above_max_length",
          "string too long",
          "a string with maximum length %d, but got a string with length %d instead."
              .formatted(LONGEST, name.length()));
    }
    if (!name.matches(PATTERN)) {
      throw InvalidRequest.bound(
          place,
          "invalid_value",
          "string does not match pattern",
          "a string that matches the pattern '" + PATTERN + "'.");
    }
  }
}
