package io.sluice.transport.netty.mask;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Masks a key in bytes that come in pieces, wherever they are cut. What may be the beginning of the
 * key waits for the next piece; a key holds no line break, so that no whole event ever waits.
 * Mutable; for one thread.
 */
public final class MaskedPieces {

  private final KeyText key;
  private String held = "";

  public MaskedPieces(KeyText key) {
    this.key = key;
  }

  /** What is known for certain by now. A byte is a character of Latin-1 and back. */
  public ByteBuffer next(ByteBuffer piece) {
    String text = held + StandardCharsets.ISO_8859_1.decode(piece.duplicate());
    String masked = key.masked(text, Redaction.MASK);
    int certain = key.begunIn(masked);
    held = masked.substring(certain);
    return bytes(masked.substring(0, certain));
  }

  /** What still waited: it was no key. */
  public ByteBuffer rest() {
    ByteBuffer rest = bytes(held);
    held = "";
    return rest;
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
