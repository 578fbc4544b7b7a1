package io.sluice.transport.netty.body;

import io.netty.handler.codec.TooLongFrameException;
import io.sluice.json.Utf8;
import io.sluice.wire.WireEvent;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Interprets the lines of an event stream: collects fields and dispatches an event at a blank line.
 * Data of one line is passed on without a copy if the blank line follows in the same read; longer
 * data, and data that still waits at {@link #settle the end of a read}, is copied. Mutable; for one
 * thread.
 */
final class EventBuilder implements LineCutter.LineReader {

  private static final String MESSAGE = "message";
  private static final byte COLON = ':';

  private static final int USUAL = 256;

  /** A larger buffer is not kept for the small events that follow. */
  private static final int LARGEST_KEPT = 64 * 1024;

  private static final byte[] NOTHING = {};

  private final int longest;
  private final Consumer<WireEvent> events;

  /** The data's only line, inside the reader's bytes: between position and limit. */
  private @Nullable ByteBuffer lent;

  private byte[] lender = NOTHING;

  private byte[] collected = NOTHING;
  private int length;

  // A flag instead of one reference, since storing a reference in an old object several times for
  // each event is expensive.
  private boolean anyData;
  private boolean isLent;
  private boolean anyEvent;
  private String type = "";
  private String lastEventId = "";

  EventBuilder(int longest, Consumer<WireEvent> events) {
    this.longest = longest;
    this.events = events;
  }

  @Override
  public void line(byte[] bytes, int from, int to) {
    if (from == to) {
      dispatch();
      return;
    }
    int colon = indexOf(COLON, bytes, from, to);
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
   * Takes a last line that has no line end. The standard drops it. Its data may still be part of a
   * chat server's answer, and an error line without its end is still an error. If no event came
   * before it, the same is true of a line of plain text.
   */
  void unfinishedLine(byte[] bytes, int from, int to) {
    int colon = indexOf(COLON, bytes, from, to);
    int nameEnd = colon < 0 && !anyEvent ? to : colon;
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

  /** Copies what is still lent, since the bytes of this read are about to be released. */
  void settle() {
    collect();
    lent = null;
    lender = NOTHING;
  }

  /**
   * Ends the stream: collected fields are not dispatched as an event but reported as unfinished.
   */
  void finish() {
    if (anyData) {
      events.accept(new WireEvent.Unfinished(typeOrMessage(), lastEventId, said()));
    }
    reset();
  }

  private void dispatch() {
    if (anyData) {
      anyEvent = true;
      events.accept(new WireEvent.Data(typeOrMessage(), lastEventId, said()));
    }
    reset();
  }

  private void append(byte[] bytes, int from, int to) {
    if (!anyData) {
      check(to - from);
      lend(bytes, from, to);
      return;
    }
    collect();
    check((long) length + to - from);
    makeRoom(to - from + 1);
    collected[length] = '\n';
    System.arraycopy(bytes, from, collected, length + 1, to - from);
    length += to - from + 1;
  }

  private void lend(byte[] bytes, int from, int to) {
    if (lent == null || lender != bytes) {
      lent = ByteBuffer.wrap(bytes);
      lender = bytes;
    }
    lent.limit(to).position(from);
    anyData = true;
    isLent = true;
  }

  private void collect() {
    if (isLent && lent != null) {
      int more = lent.remaining();
      makeRoom(more);
      lent.get(collected, length, more);
      length += more;
      isLent = false;
    }
  }

  private void check(long total) {
    if (total >= longest) {
      throw new TooLongFrameException(
          "an event of the stream is longer than " + longest + " bytes");
    }
  }

  private void makeRoom(int more) {
    int needed = length + more;
    if (collected.length < needed) {
      collected = Arrays.copyOf(collected, Math.max(Math.max(USUAL, needed), 2 * length));
    }
  }

  private void id(byte[] bytes, int from, int to) {
    if (indexOf((byte) 0, bytes, from, to) < 0) {
      lastEventId = text(bytes, from, to);
    }
  }

  private void retry(byte[] bytes, int from, int to) {
    if (from < to && allDigits(bytes, from, to)) {
      events.accept(new WireEvent.ReconnectionTime(number(text(bytes, from, to))));
    }
  }

  private void unknown(byte[] bytes, int from, int nameEnd, int value, int to) {
    events.accept(new WireEvent.UnknownField(text(bytes, from, nameEnd), text(bytes, value, to)));
  }

  private ByteBuffer said() {
    ByteBuffer view = lent;
    return isLent && view != null ? view : ByteBuffer.wrap(collected, 0, length);
  }

  private String typeOrMessage() {
    return type.isEmpty() ? MESSAGE : type;
  }

  private void reset() {
    anyData = false;
    isLent = false;
    length = 0;
    if (!type.isEmpty()) {
      type = "";
    }
    if (collected.length > LARGEST_KEPT) {
      collected = NOTHING;
    }
  }

  private static int value(byte[] bytes, int nameEnd, int to) {
    int value = Math.min(nameEnd + 1, to);
    return value < to && bytes[value] == ' ' ? value + 1 : value;
  }

  private static int indexOf(byte wanted, byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == wanted) {
        return at;
      }
    }
    return -1;
  }

  private static boolean allDigits(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] < '0' || bytes[at] > '9') {
        return false;
      }
    }
    return true;
  }

  private static long number(String digits) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    return significant.length() > 18 ? Long.MAX_VALUE : Long.parseLong(significant);
  }

  private static String text(byte[] bytes, int from, int to) {
    return Utf8.decode(bytes, from, to - from);
  }
}
