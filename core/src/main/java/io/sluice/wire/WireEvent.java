package io.sluice.wire;

import java.nio.ByteBuffer;

/**
 * What framing yields below the JSON. Buffers are lent: they hold their bytes only until the call
 * that hands the event over returns, and their position may be moved by the one who reads. A minor
 * version may add cases, so a switch over them needs a default.
 */
public sealed interface WireEvent {

  /**
   * A dispatched event (WHATWG HTML, "Server-sent events"), or a line of NDJSON.
   *
   * @param type the event's type, {@code "message"} if it named none
   * @param id the last event id of the stream, empty if there was none
   * @param bytes the data in UTF-8, with invalid bytes not yet replaced and lines joined by LF
   */
  record Data(String type, String id, ByteBuffer bytes) implements WireEvent {}

  /**
   * A comment line.
   *
   * @param text the text after the colon, verbatim
   */
  record Comment(String text) implements WireEvent {}

  /**
   * A line whose field name the standard does not know; clients ignore it.
   *
   * @param name the text before the first colon, or the whole line
   * @param value the text after it, without one leading space
   */
  record UnknownField(String name, String value) implements WireEvent {}

  /**
   * A {@code retry} field of ASCII digits.
   *
   * @param milliseconds the reconnection time it sets, {@link Long#MAX_VALUE} if larger
   */
  record ReconnectionTime(long milliseconds) implements WireEvent {}

  /**
   * The data at the end of a stream that the standard discards, because no blank line followed it.
   *
   * @param type as of {@link Data}
   * @param id as of {@link Data}
   * @param bytes as of {@link Data}
   */
  record Unfinished(String type, String id, ByteBuffer bytes) implements WireEvent {}

  /**
   * A whole body that is not a stream of events.
   *
   * @param bytes the body
   */
  record Whole(ByteBuffer bytes) implements WireEvent {

    /** The most bytes that an answer in one piece may have: 16 MiB. */
    public static final int LONGEST = 16 << 20;
  }
}
