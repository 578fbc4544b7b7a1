package io.sluice.stream;

import java.util.Locale;

/**
 * What kind of trouble a failure is, whatever words a provider has for it. Retries, exit codes and
 * messages are decided by this.
 */
public enum FailureCategory {
  /** The API key is missing, wrong, or may not do this. */
  NOT_AUTHORISED,
  /** Too many requests or tokens in a short time. */
  RATE_LIMITED,
  /** The account has used up what it paid for; waiting does not help. */
  QUOTA,
  /** The server or the model has too much to do. */
  OVERLOADED,
  /** The server could not be reached, or broke. */
  UNAVAILABLE,
  /** The server does not accept the request as it is. */
  INVALID_REQUEST,
  /** The request is larger than the model or the server takes. */
  TOO_LONG,
  /** A filter refused the request or withheld the answer. */
  CONTENT_POLICY,
  /** None of these, or the provider did not say. */
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
