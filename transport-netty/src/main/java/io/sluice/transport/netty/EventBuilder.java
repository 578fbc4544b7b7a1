package io.sluice.transport.netty;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.TooLongFrameException;
import io.sluice.json.Utf8;
import io.sluice.wire.WireEvent;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Interprets the lines of an event stream: collects fields and dispatches at a blank line. The data
 * is collected in an array, where JSON is read without another copy. Mutable; for one thread.
 */
final class EventBuilder implements LineCutter.LineReader {

  private static final String MESSAGE = "message";
  private static final byte COLON = ':';

  private static final int USUAL = 256;

  /** A larger buffer is not kept for the small events that follow. */
  private static final int LARGEST_KEPT = 64 * 1024;

  private final int longest;
  private final Consumer<WireEvent> events;
  private ByteBuffer data = ByteBuffer.allocate(0);
  private boolean anyData;
  private String type = "";
  private String lastEventId = "";

  EventBuilder(int longest, Consumer<WireEvent> events) {
    this.longest = longest;
    this.events = events;
  }

  @Override
  public void line(ByteBuf bytes, int from, int to) {
    if (from == to) {
      dispatch();
      return;
    }
    int colon = bytes.indexOf(from, to, COLON);
    if (colon == from) {
      events.accept(new WireEvent.Comment(text(bytes, from + 1, to)));
      return;
    }
    int nameEnd = colon < 0 ? to : colon;
    int value = value(bytes, nameEnd, to);
    switch (FieldName.of(bytes, from, nameEnd)) {
      case DATA -> append(bytes, value, to);
      case EVENT -> type = text(bytes, value, to);
      case ID -> id(bytes, value, to);
      case RETRY -> retry(bytes, value, to);
      case UNKNOWN -> unknown(bytes, from, nameEnd, value, to);
    }
  }

  /**
   * The line at the end of the stream that lacks its end. The standard drops it; its data may still
   * be what a chat server meant to send, and an error line without its end is still an error.
   */
  void unfinishedLine(ByteBuf bytes, int from, int to) {
    int nameEnd = bytes.indexOf(from, to, COLON);
    if (nameEnd <= from) {
      return;
    }
    int value = value(bytes, nameEnd, to);
    switch (FieldName.of(bytes, from, nameEnd)) {
      case DATA -> append(bytes, value, to);
      case UNKNOWN -> unknown(bytes, from, nameEnd, value, to);
      case EVENT, ID, RETRY -> {}
    }
  }

  /** The stream has ended: what was collected is not dispatched, but it is told. */
  void finish() {
    if (anyData) {
      events.accept(new WireEvent.Unfinished(typeOrMessage(), lastEventId, collected()));
    }
    reset();
  }

  private void dispatch() {
    if (anyData) {
      events.accept(new WireEvent.Data(typeOrMessage(), lastEventId, collected()));
    }
    reset();
  }

  private void append(ByteBuf bytes, int from, int to) {
    int length = to - from;
    if ((long) data.position() + length >= longest) {
      throw new TooLongFrameException(
          "an event of the stream is longer than " + longest + " bytes");
    }
    makeRoom(length + 1);
    if (anyData) {
      data.put((byte) '\n');
    }
    bytes.getBytes(from, data.array(), data.position(), length);
    data.position(data.position() + length);
    anyData = true;
  }

  private void makeRoom(int more) {
    if (data.remaining() < more) {
      int needed = data.position() + more;
      ByteBuffer larger =
          ByteBuffer.allocate(Math.max(Math.max(USUAL, needed), 2 * data.position()));
      data = larger.put(data.flip());
    }
  }

  private void id(ByteBuf bytes, int from, int to) {
    if (bytes.indexOf(from, to, (byte) 0) < 0) {
      lastEventId = text(bytes, from, to);
    }
  }

  private void retry(ByteBuf bytes, int from, int to) {
    boolean digits =
        from < to && bytes.forEachByte(from, to - from, value -> value >= '0' && value <= '9') < 0;
    if (digits) {
      events.accept(new WireEvent.ReconnectionTime(number(text(bytes, from, to))));
    }
  }

  private void unknown(ByteBuf bytes, int from, int nameEnd, int value, int to) {
    events.accept(new WireEvent.UnknownField(text(bytes, from, nameEnd), text(bytes, value, to)));
  }

  private ByteBuffer collected() {
    return data.flip();
  }

  private String typeOrMessage() {
    return type.isEmpty() ? MESSAGE : type;
  }

  private void reset() {
    type = "";
    anyData = false;
    data = data.capacity() > LARGEST_KEPT ? ByteBuffer.allocate(0) : data.clear();
  }

  private static int value(ByteBuf bytes, int nameEnd, int to) {
    int value = Math.min(nameEnd + 1, to);
    return value < to && bytes.getByte(value) == ' ' ? value + 1 : value;
  }

  private static long number(String digits) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    return significant.length() > 18 ? Long.MAX_VALUE : Long.parseLong(significant);
  }

  private static String text(ByteBuf bytes, int from, int to) {
    return Utf8.decode(bytes.nioBuffer(from, to - from));
  }
}
