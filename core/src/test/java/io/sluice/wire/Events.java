package io.sluice.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Events as framing would hand them over. */
final class Events {

  private Events() {}

  static WireEvent data(String text) {
    return data(text.getBytes(StandardCharsets.UTF_8));
  }

  static WireEvent data(byte[] bytes) {
    return new WireEvent.Data("message", "", ByteBuffer.wrap(bytes));
  }

  static WireEvent error(String text) {
    return new WireEvent.Data("error", "", bytes(text));
  }

  static WireEvent unfinished(String text) {
    return new WireEvent.Unfinished("message", "", bytes(text));
  }

  static WireEvent whole(String text) {
    return new WireEvent.Whole(bytes(text));
  }

  /** A line as the decoder cuts it: name before the first colon, one leading space dropped. */
  static WireEvent line(String line) {
    int colon = line.indexOf(':');
    String value = line.substring(colon + 1);
    return new WireEvent.UnknownField(
        line.substring(0, colon), value.startsWith(" ") ? value.substring(1) : value);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
