package io.sluice.stream;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a request is sent and awaited; what is asked is in the request.
 *
 * @param timeouts limits on waiting
 * @param retries when a request is sent again
 * @param onRetry told of each retry before its delay, on the transport's thread: must not block or
 *     throw
 * @param form whether the answer is asked for in pieces or whole
 * @param usage whether the server's figures are asked for in a streamed answer
 * @param tap told the bytes of the answer; a transport that has no wire has none to tell
 */
public record StreamOptions(
    Timeouts timeouts,
    Retries retries,
    Consumer<Retry> onRetry,
    Form form,
    UsageReport usage,
    Optional<WireTap> tap) {

  private static final StreamOptions DEFAULTS =
      new StreamOptions(
          Timeouts.defaults(),
          Retries.defaults(),
          retry -> {},
          Form.STREAMED,
          UsageReport.ASKED_FOR,
          Optional.empty());

  /** Refuses null. */
  public StreamOptions {
    Objects.requireNonNull(timeouts, "timeouts");
    Objects.requireNonNull(retries, "retries");
    Objects.requireNonNull(onRetry, "onRetry");
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(usage, "usage");
    Objects.requireNonNull(tap, "tap");
  }

  /** A streamed answer with usage, the default limits and retries. */
  public static StreamOptions defaults() {
    return DEFAULTS;
  }

  /** The same with other limits on waiting. */
  public StreamOptions timeouts(Timeouts limits) {
    return new StreamOptions(limits, retries, onRetry, form, usage, tap);
  }

  /** The same with another rule for retries. */
  public StreamOptions retries(Retries rule) {
    return new StreamOptions(timeouts, rule, onRetry, form, usage, tap);
  }

  /** The same, and {@code observer} is told of each retry after the one told so far. */
  public StreamOptions onRetry(Consumer<Retry> observer) {
    return new StreamOptions(timeouts, retries, onRetry.andThen(observer), form, usage, tap);
  }

  /** The same, but the answer is asked for in one piece. */
  public StreamOptions whole() {
    return new StreamOptions(timeouts, retries, onRetry, Form.WHOLE, usage, tap);
  }

  /** The same, but usage is not asked for: some servers refuse the field. */
  public StreamOptions withoutUsage() {
    return new StreamOptions(timeouts, retries, onRetry, form, UsageReport.NOT_ASKED_FOR, tap);
  }

  /** The same, and {@code told} is told the bytes of the answer. */
  public StreamOptions tap(WireTap told) {
    return new StreamOptions(timeouts, retries, onRetry, form, usage, Optional.of(told));
  }

  /** In which form the answer is asked for. */
  public enum Form {
    /** Piece by piece, as it is made. */
    STREAMED,
    /** In one piece, when it is complete. */
    WHOLE
  }

  /** Whether a streamed answer is to end with the server's figures. */
  public enum UsageReport {
    /** The server is asked to send them. */
    ASKED_FOR,
    /** The request does not mention them. */
    NOT_ASKED_FOR
  }
}
