package io.sluice.transport.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.TooLongFrameException;
import io.sluice.json.Utf8;
import io.sluice.wire.WireEvent;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Interprets the lines of an event stream: collects fields and dispatches at a blank line. Mutable;
 * for one thread. Owns a buffer: {@link #release()}.
 */
final class EventBuilder {

  private static final String MESSAGE = "message";
  private static final byte COLON = ':';

  private final ByteBufAllocator allocator;
  private final int longest;
  private final Consumer<WireEvent> events;
  private @Nullable ByteBuf data;
  private boolean anyData;
  private String type = "";
  private String lastEventId = "";

  EventBuilder(ByteBufAllocator allocator, int longest, Consumer<WireEvent> events) {
    this.allocator = allocator;
    this.longest = longest;
    this.events = events;
  }

  /** A complete line. */
  void line(ByteBuf bytes, int from, int to) {
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

  void release() {
    if (data != null) {
      data.release();
      data = null;
    }
  }

  private void dispatch() {
    if (anyData) {
      events.accept(new WireEvent.Data(typeOrMessage(), lastEventId, collected()));
    }
    reset();
  }

  private void append(ByteBuf bytes, int from, int to) {
    ByteBuf buffer = data;
    if (buffer == null) {
      buffer = allocator.heapBuffer(Math.max(1024, to - from));
      data = buffer;
    }
    if ((long) buffer.readableBytes() + to - from >= longest) {
      throw new TooLongFrameException(
          "an event of the stream is longer than " + longest + " bytes");
    }
    if (anyData) {
      buffer.writeByte('\n');
    }
    buffer.writeBytes(bytes, from, to - from);
    anyData = true;
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
    return data == null ? ByteBuffer.allocate(0) : data.internalNioBuffer(0, data.writerIndex());
  }

  private String typeOrMessage() {
    return type.isEmpty() ? MESSAGE : type;
  }

  /** A large buffer is not kept for the small events that follow. */
  private void reset() {
    type = "";
    anyData = false;
    if (data != null && data.capacity() > 64 * 1024) {
      release();
    } else if (data != null) {
      data.clear();
    }
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
