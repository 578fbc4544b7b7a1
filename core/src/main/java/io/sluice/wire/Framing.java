package io.sluice.wire;

/**
 * How the body of a streamed answer is split into events. A minor version may add framings, so a
 * switch over them needs a default.
 */
public enum Framing {
  /** Server-sent events (WHATWG HTML). */
  SSE("text/event-stream"),
  /** One JSON value in each line. */
  NDJSON("application/x-ndjson"),
  /** One JSON array whose elements are sent one by one. Each element is an event. */
  JSON_ARRAY("application/json"),
  /**
   * Binary messages with header fields and two checksums each (AWS, "event stream encoding"). Each
   * message is a {@link WireEvent.Frame}.
   */
  AWS_EVENT_STREAM("application/vnd.amazon.eventstream");

  private final String mediaType;

  Framing(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The media type by which a request accepts it. */
  public String mediaType() {
    return mediaType;
  }
}
