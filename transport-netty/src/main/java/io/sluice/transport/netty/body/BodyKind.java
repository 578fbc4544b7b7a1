package io.sluice.transport.netty.body;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a body is a stream of events or one document. The content type is only a hint, since
 * servers and gateways get it wrong in both directions; the first bytes decide where they can.
 */
enum BodyKind {
  EVENTS,
  DOCUMENT;

  private static final List<String> FIELDS = List.of("data", "event", "id", "retry");

  /** More than the longest field name and the character that ends it. */
  private static final int ENOUGH = 8;

  /** A byte order mark, which may come before the first field; only the decoders interpret it. */
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /**
   * The kind of the body; empty as long as {@code start}, which more bytes will follow, does not
   * tell.
   */
  static Optional<BodyKind> of(String contentType, ByteBuf start) {
    String type = contentType.toLowerCase(Locale.ROOT);
    String text = visible(start);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (type.startsWith("text/event-stream") || type.isEmpty()) {
      return Optional.of(opensDocument(text.charAt(0)) ? DOCUMENT : EVENTS);
    }
    if (text.length() < ENOUGH && FIELDS.stream().anyMatch(field -> field.startsWith(text))) {
      return Optional.empty();
    }
    return Optional.of(opensEvents(text) ? EVENTS : DOCUMENT);
  }

  /**
   * The first byte that is neither blank nor a part of a byte order mark, or a first byte of zero,
   * with which only binary bodies begin; empty as long as there is none.
   */
  static Optional<Byte> first(ByteBuf start) {
    if (start.isReadable() && start.getByte(start.readerIndex()) == 0) {
      return Optional.of((byte) 0);
    }
    String text = visible(start);
    return text.isEmpty() ? Optional.empty() : Optional.of((byte) text.charAt(0));
  }

  private static boolean opensDocument(char first) {
    return first == '{' || first == '[' || first == '<';
  }

  /**
   * Whether the text is a comment or a field name with its colon; a name may stand alone on its
   * line.
   */
  private static boolean opensEvents(String text) {
    return text.charAt(0) == ':'
        || FIELDS.stream()
            .anyMatch(
                field ->
                    text.startsWith(field) && ":\n\r".indexOf(text.charAt(field.length())) >= 0);
  }

  private static String visible(ByteBuf start) {
    int from = start.readerIndex();
    boolean marked = start.readableBytes() >= MARK.length;
    for (int i = 0; marked && i < MARK.length; i++) {
      marked = start.getByte(from + i) == MARK[i];
    }
    int behind = marked ? from + MARK.length : from;
    int at =
        start.forEachByte(
            behind, start.writerIndex() - behind, value -> value >= 0 && value <= ' ');
    return at < 0
        ? ""
        : start.toString(
            at, Math.min(ENOUGH, start.writerIndex() - at), StandardCharsets.ISO_8859_1);
  }
}
