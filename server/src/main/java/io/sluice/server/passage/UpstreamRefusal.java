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

  static Refusal withoutKey(String endpoint, Throwable cause) {
    return new Refusal(
        502,
        "key_unavailable",
        "the endpoint '" + endpoint + "' has no key now: " + cause.getMessage());
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
