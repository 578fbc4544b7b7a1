package io.sluice.wire.refusal;

import java.util.Map;

/** The meaning of a status (RFC 9110, section 15), for answers without a message. */
public final class StatusPhrase {

  private static final Map<Integer, String> PHRASES =
      Map.ofEntries(
          Map.entry(400, "bad request"),
          Map.entry(401, "not authorised"),
          Map.entry(402, "payment required"),
          Map.entry(403, "forbidden"),
          Map.entry(404, "not found"),
          Map.entry(405, "method not allowed"),
          Map.entry(407, "the proxy wants to be authorised"),
          Map.entry(408, "request timeout"),
          Map.entry(409, "conflict"),
          Map.entry(413, "the request is too large"),
          Map.entry(415, "unsupported media type"),
          Map.entry(422, "the request cannot be processed"),
          Map.entry(429, "too many requests"),
          Map.entry(500, "internal server error"),
          Map.entry(502, "bad gateway"),
          Map.entry(503, "service unavailable"),
          Map.entry(504, "gateway timeout"),
          Map.entry(529, "overloaded"));

  private StatusPhrase() {}

  /** The words for a status. */
  public static String of(int status) {
    return PHRASES.getOrDefault(status, "no reason given");
  }
}
