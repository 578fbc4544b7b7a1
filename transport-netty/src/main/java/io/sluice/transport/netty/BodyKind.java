package io.sluice.transport.netty;

import io.netty.buffer.ByteBuf;
import java.util.Locale;

/**
 * Whether a body is a stream of events or one document. The content type is a hint that servers and
 * gateways get wrong in both directions; the first byte decides where it can.
 */
enum BodyKind {
  EVENTS,
  DOCUMENT;

  static BodyKind of(String contentType, ByteBuf start) {
    String type = contentType.toLowerCase(Locale.ROOT);
    int first = firstVisible(start);
    if (type.startsWith("text/event-stream") || type.isEmpty()) {
      return opensDocument(first) ? DOCUMENT : EVENTS;
    }
    return opensEvents(first) ? EVENTS : DOCUMENT;
  }

  private static boolean opensDocument(int first) {
    return first == '{' || first == '[' || first == '<';
  }

  /** A colon, or the first letter of a field name. */
  private static boolean opensEvents(int first) {
    return first == ':' || first == 'd' || first == 'e' || first == 'i' || first == 'r';
  }

  private static int firstVisible(ByteBuf start) {
    int at = start.forEachByte(value -> value >= 0 && value <= ' ');
    return at < 0 ? -1 : start.getByte(at);
  }
}
