package io.sluice.transport.netty.body;

import io.netty.handler.codec.TooLongFrameException;
import io.sluice.wire.WireEvent;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * Turns binary messages (AWS, "event stream encoding") into {@link WireEvent.Frame}s, and checks
 * both checksums of each. Half a message at the end is {@link WireEvent.Unfinished}. Mutable; one
 * for each stream, on its event loop.
 */
final class FrameDecoder extends BytesDecoder {

  /** Two lengths and the checksum of both. */
  private static final int PRELUDE = 12;

  private static final int CHECKSUM = 4;
  private static final int SHORTEST = PRELUDE + CHECKSUM;

  private final Remainder frame = new Remainder("a message of the stream");

  @Override
  void decode(byte[] bytes, int from, int to, Consumer<WireEvent> events) {
    int at = from;
    while (at < to) {
      int missing = missing();
      int taken = Math.min(missing, to - at);
      frame.add(bytes, at, at + taken);
      at += taken;
      if (missing() == 0) {
        emit(events);
      }
    }
  }

  /** The bytes up to the end of the prelude, and then up to the end of the message. */
  private int missing() {
    if (frame.length() < PRELUDE) {
      return PRELUDE - frame.length();
    }
    ByteBuffer prelude = ByteBuffer.wrap(frame.bytes(), 0, PRELUDE);
    if (frame.length() == PRELUDE) {
      check(frame.bytes(), prelude);
    }
    return prelude.getInt(0) - frame.length();
  }

  private static void check(byte[] frame, ByteBuffer prelude) {
    if (crc(frame, PRELUDE - CHECKSUM) != prelude.getInt(PRELUDE - CHECKSUM)) {
      throw new Unreadable("a message of the stream has a wrong checksum in its head");
    }
    int total = prelude.getInt(0);
    int headers = prelude.getInt(Integer.BYTES);
    if (total > SseDecoder.LONGEST || total < 0) {
      throw new TooLongFrameException(
          "a message of the stream is longer than " + SseDecoder.LONGEST + " bytes");
    }
    if (total < SHORTEST || headers < 0 || headers > total - SHORTEST) {
      throw new Unreadable("a message of the stream has impossible lengths");
    }
  }

  private void emit(Consumer<WireEvent> events) {
    int body = frame.length() - CHECKSUM;
    ByteBuffer whole = ByteBuffer.wrap(frame.bytes(), 0, frame.length());
    if (crc(frame.bytes(), body) != whole.getInt(body)) {
      throw new Unreadable("a message of the stream has a wrong checksum");
    }
    int payload = PRELUDE + whole.getInt(Integer.BYTES);
    var headers = FrameHeaders.read(whole.duplicate().position(PRELUDE).limit(payload));
    ByteBuffer bytes = ByteBuffer.wrap(frame.bytes(), payload, body - payload);
    events.accept(new WireEvent.Frame(headers, bytes));
    frame.clear();
  }

  private static int crc(byte[] bytes, int length) {
    var crc = new CRC32();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  @Override
  void finish(Consumer<WireEvent> events) {
    if (frame.length() > 0) {
      ByteBuffer rest = ByteBuffer.wrap(frame.bytes(), 0, frame.length());
      events.accept(new WireEvent.Unfinished("message", "", rest));
    }
  }
}
