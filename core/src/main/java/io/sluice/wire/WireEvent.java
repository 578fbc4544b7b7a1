package io.sluice.wire;

import java.nio.ByteBuffer;
import java.util.Map;

/**
 * What framing yields below the JSON. Buffers are lent: they hold their bytes only until the call
 * that hands the event over returns, and their position may be moved by the one who reads. A minor
 * version may add cases, so a switch over them needs a default.
 */
public sealed interface WireEvent {

  /**
   * A dispatched event (WHATWG HTML, "Server-sent events"), a line of NDJSON, or an element of a
   * JSON array.
   *
   * @param type the event's type, {@code "message"} if it named none
   * @param id the last event id of the stream, empty if there was none
   * @param bytes the data in UTF-8, with invalid bytes not yet replaced and lines joined by LF
   */
  record Data(String type, String id, ByteBuffer bytes) implements WireEvent {}

  /**
   * A binary message of a stream ({@link Framing#AWS_EVENT_STREAM}) whose checksums are correct.
   *
   * @param headers its header fields that are strings, by name; those of other types are left out
   * @param bytes its payload
   */
  record Frame(Map<String, String> headers, ByteBuffer bytes) implements WireEvent {

    /** Copies the header fields. */
    public Frame {
      headers = Map.copyOf(headers);
    }
  }

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
   * The data at the end of a stream that the standard discards, because no blank line followed it;
   * or what is left at the end of a body in another framing, such as half a line.
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
