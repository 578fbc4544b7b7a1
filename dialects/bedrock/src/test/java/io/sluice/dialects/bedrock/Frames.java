package io.sluice.dialects.bedrock;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes binary messages as AWS does. */
final class Frames {

  private Frames() {}

  static byte[] event(String type, String json) {
    return frame(json, ":message-type", "event", ":event-type", type);
  }

  /** A message with these headers, a name and a value in turn. */
  static byte[] frame(String json, String... headers) {
    var written = new ByteArrayOutputStream();
    for (int i = 0; i < headers.length; i += 2) {
      byte[] name = headers[i].getBytes(StandardCharsets.UTF_8);
      byte[] value = headers[i + 1].getBytes(StandardCharsets.UTF_8);
      written.write(name.length);
      written.writeBytes(name);
      written.write(7);
      written.write(value.length >> 8);
      written.write(value.length);
      written.writeBytes(value);
    }
    byte[] payload = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    int length = 16 + written.size() + payload.length;
    ByteBuffer frame = ByteBuffer.allocate(length).putInt(length).putInt(written.size());
    sum(frame).put(written.toByteArray()).put(payload);
    return sum(frame).array();
  }

  static byte[] body(byte[]... frames) {
    var body = new ByteArrayOutputStream();
    for (byte[] frame : frames) {
      body.writeBytes(frame);
    }
    return body.toByteArray();
  }

  private static ByteBuffer sum(ByteBuffer frame) {
    var sum = new CRC32();
    sum.update(frame.duplicate().flip());
    return frame.putInt((int) sum.getValue());
  }
}
