package io.sluice.transport.netty.mask;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Masks keys in bytes that are received in parts, also when one spans several. Bytes that may be
 * the beginning of a key wait for the next part. A key contains no line break, so that a complete
 * event never waits. Mutable; for one thread.
 */
public final class MaskedPieces {

  private final KeyText keys;
  private String held = "";

  /** Creates a mask for one text that comes in pieces. */
  public MaskedPieces(KeyText keys) {
    this.keys = keys;
  }

  /**
   * The bytes that are certain by now, masked. Each byte is converted to a Latin-1 character and
   * back.
   */
  public ByteBuffer next(ByteBuffer piece) {
    String text = held + StandardCharsets.ISO_8859_1.decode(piece.duplicate());
    String masked = keys.masked(text, Redaction.MASK);
    int certain = keys.begunIn(masked);
    held = masked.substring(certain);
    return bytes(masked.substring(0, certain));
  }

  /** The bytes that still waited, which were no key. */
  public ByteBuffer rest() {
    ByteBuffer rest = bytes(held);
    held = "";
    return rest;
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
