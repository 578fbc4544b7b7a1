package io.sluice.transport.netty.http;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/**
 * Examines the first bytes of an answer to tell which other protocol the server speaks. Mutable;
 * for one answer.
 */
public final class OpeningBytes {

  private static final int FRAME_HEADER = 9;
  private static final int SETTINGS = 4;
  private static final int ALERT = 0x15;
  private static final int HANDSHAKE = 0x16;

  private final byte[] first = new byte[FRAME_HEADER];
  private int length;

  /** The error message for a server that speaks HTTP/2 and no HTTP/1.1. */
  public static String http2(String server) {
    return server
        + " speaks HTTP/2 alone, and only HTTP/1.1 is spoken here; have it, or a gateway before"
        + " it, offer HTTP/1.1";
  }

  /**
   * The error message for {@code bytes} of another protocol, which are not consumed; empty for
   * HTTP/1.1.
   */
  Optional<String> protocol(ByteBuf bytes) {
    int more = Math.min(bytes.readableBytes(), FRAME_HEADER - length);
    bytes.getBytes(bytes.readerIndex(), first, length, more);
    length += more;
    if (length >= 2 && (first[0] == ALERT || first[0] == HANDSHAKE) && first[1] == 3) {
      return Optional.of("the server speaks TLS and no plain HTTP; use https:// in the URL");
    }
    return length == FRAME_HEADER && isSettings()
        ? Optional.of(http2("the server"))
        : Optional.empty();
  }

  /** RFC 9113, 3.4 and 4.1: a server begins with its settings, a frame of stream 0. */
  private boolean isSettings() {
    boolean ofStream0 = (first[5] | first[6] | first[7] | first[8]) == 0;
    return first[0] == 0 && first[3] == SETTINGS && first[4] == 0 && ofStream0;
  }
}
