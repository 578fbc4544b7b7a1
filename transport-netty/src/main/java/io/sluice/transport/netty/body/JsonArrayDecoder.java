package io.sluice.transport.netty.body;

import io.sluice.wire.WireEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Turns each element of one JSON array into {@link WireEvent.Data} when its last byte arrives. What
 * is left of an array that is not closed at the end is {@link WireEvent.Unfinished}. Mutable; one
 * for each stream, on its event loop.
 */
final class JsonArrayDecoder extends BytesDecoder {

  private static final byte[] OPEN = "[".getBytes(StandardCharsets.US_ASCII);

  private final Remainder element = new Remainder("an element of the answer");
  private JsonSpan span = new JsonSpan();
  private Place place = Place.BEFORE;

  @Override
  void decode(byte[] bytes, int from, int to, Consumer<WireEvent> events) {
    int start = from;
    for (int at = from; at < to; at++) {
      byte next = bytes[at];
      if (place == Place.ELEMENT) {
        if (span.isEndedBy(next)) {
          emit(bytes, start, at + 1, events);
          place = Place.BETWEEN;
        }
      } else if (isBeginning(next)) {
        start = at;
        at--;
        span = new JsonSpan();
        place = Place.ELEMENT;
      } else {
        place = between(next);
      }
    }
    if (place == Place.ELEMENT) {
      element.add(bytes, start, to);
    }
  }

  private boolean isBeginning(byte next) {
    return place == Place.BETWEEN && next == '{';
  }

  /** Anything between two elements is passed over: commas, blanks, and what nobody can read. */
  private Place between(byte next) {
    if (place == Place.BEFORE) {
      return next == '[' ? Place.BETWEEN : place;
    }
    return next == ']' ? Place.AFTER : place;
  }

  private void emit(byte[] bytes, int from, int to, Consumer<WireEvent> events) {
    ByteBuffer whole = ByteBuffer.wrap(bytes, from, to - from);
    if (element.length() > 0) {
      element.add(bytes, from, to);
      whole = ByteBuffer.wrap(element.bytes(), 0, element.length());
    }
    events.accept(new WireEvent.Data("message", "", whole));
    element.clear();
  }

  @Override
  void finish(Consumer<WireEvent> events) {
    if (place == Place.BETWEEN) {
      element.add(OPEN, 0, OPEN.length);
    }
    if (place != Place.AFTER && element.length() > 0) {
      events.accept(
          new WireEvent.Unfinished(
              "message", "", ByteBuffer.wrap(element.bytes(), 0, element.length())));
    }
  }

  private enum Place {
    BEFORE,
    BETWEEN,
    ELEMENT,
    AFTER
  }
}
