package io.sluice.stream;

import java.util.Locale;

/**
 * The kinds of failures, in the same terms for all providers. They decide on retries, exit codes
 * and messages. A minor version may add categories, so a switch over them needs a default.
 */
public enum FailureCategory {
  /** The API key is missing, wrong, or lacks the permission. */
  NOT_AUTHORISED,
  /** Too many requests or tokens in a short time. */
  RATE_LIMITED,
  /** The account's paid quota is used up; waiting does not help. */
  QUOTA,
  /** The server or the model is overloaded. */
  OVERLOADED,
  /** The server could not be reached, or failed. */
  UNAVAILABLE,
  /** The server does not accept the request in this form. */
  INVALID_REQUEST,
  /** The request is larger than the model or the server accepts. */
  TOO_LONG,
  /** A filter refused the request or withheld the answer. */
  CONTENT_POLICY,
  /** Any other failure, or one of an unknown kind. */
  OTHER;

  /** The word in machine-readable output, such as {@code "rate_limited"}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the same request may succeed a little later. */
  public boolean isTransient() {
    return this == RATE_LIMITED || this == OVERLOADED || this == UNAVAILABLE;
  }
}
