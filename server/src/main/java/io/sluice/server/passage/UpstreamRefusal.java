package io.sluice.server.passage;

import io.sluice.server.http.Refusal;
import io.sluice.stream.Failure;

/** What a client is told where there is no answer to pass on. */
final class UpstreamRefusal {

  private UpstreamRefusal() {}

  static Refusal of(String endpoint, Failure failure) {
    String line = "the endpoint '" + endpoint + "': " + failure.message();
    return failure instanceof Failure.TimedOut
        ? new Refusal(504, "connect_timeout", line)
        : new Refusal(502, "upstream_unreachable", line);
  }

  /** The text of the cause is its supplier's, which may have put a key into it. */
  static Refusal withoutKey(String endpoint, Throwable cause) {
    return new Refusal(
        502,
        "key_unavailable",
        "the endpoint '"
            + endpoint
            + "' has no key now: what supplies it failed with "
            + cause.getClass().getSimpleName()
            + "; see to it where the server runs");
  }

  /** The text of the cause may repeat the request, and with it a key. */
  static Refusal notPassed(String endpoint, Throwable cause) {
    return new Refusal(
        502,
        "not_passed_on",
        "the request was not passed on to the endpoint '"
            + endpoint
            + "', which failed with "
            + cause.getClass().getSimpleName()
            + " in this server; nothing was sent, so that it may be sent again");
  }

  /** A signature covers the body, of which a part is gone before the rest has come. */
  static Refusal unsigned(String host) {
    return new Refusal(
        502,
        "key_unavailable",
        host + " takes signed requests, which cannot be passed on; start a run under /api instead");
  }

  static Refusal withoutRecord() {
    return new Refusal(
        503,
        "recorder_unavailable",
        "the request is not passed on, since it could not be recorded; see to the sinks of the"
            + " server");
  }
}
