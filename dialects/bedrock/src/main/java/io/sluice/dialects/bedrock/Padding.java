package io.sluice.dialects.bedrock;

import java.nio.ByteBuffer;

/** The letters that hide the length of a message's text, in a member {@code p}. */
final class Padding {

  private static final byte[] BEGINNING = {',', '"', 'p', '"', ':', '"'};

  private Padding() {}

  /**
   * Where the padding begins, with its comma, if it is the last member of the payload; -1 if it is
   * not.
   */
  static int start(ByteBuffer payload) {
    int at = payload.limit() - 1;
    int first = payload.position() + BEGINNING.length;
    if (at <= first || payload.get(at) != '}' || payload.get(at - 1) != '"') {
      return -1;
    }
    at -= 2;
    while (at > first && Character.isLetterOrDigit(payload.get(at))) {
      at--;
    }
    for (int i = BEGINNING.length - 1; i >= 0; i--, at--) {
      if (payload.get(at) != BEGINNING[i]) {
        return -1;
      }
    }
    return at + 1;
  }
}
