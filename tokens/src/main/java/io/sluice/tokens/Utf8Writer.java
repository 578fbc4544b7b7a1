package io.sluice.tokens;

/** Writes code points as the bytes that encodings know. */
final class Utf8Writer {

  private Utf8Writer() {}

  /** Writes into {@code ring}, whose length is a power of two, and tells how many bytes. */
  static int put(int codePoint, byte[] ring, int at) {
    int mask = ring.length - 1;
    if (codePoint < 0x80) {
      ring[at & mask] = (byte) codePoint;
      return 1;
    }
    int length = codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    int rest = codePoint;
    for (int i = length - 1; i > 0; i--) {
      ring[(at + i) & mask] = (byte) (0x80 | (rest & 0x3F));
      rest >>= 6;
    }
    int lead = 0xF00 >> length;
    ring[at & mask] = (byte) (lead | rest);
    return length;
  }
}
