package io.sluice.json;

import org.jspecify.annotations.Nullable;

/** Decodes a JSON string with escapes (RFC 8259, 7) exactly as the parser does. */
final class Escapes {

  private Escapes() {}

  /**
   * The decoded text between the quotes; null if it is not valid JSON, which the parser then
   * reports.
   */
  static @Nullable String read(byte[] bytes, int start, int end) {
    String written = Utf8.decode(bytes, start, end - start);
    var text = new StringBuilder(written.length());
    int at = 0;
    while (at < written.length()) {
      char character = written.charAt(at);
      if (character != '\\') {
        text.append(character);
        at++;
        continue;
      }
      char escape = written.charAt(at + 1);
      int meant = escape == 'u' ? hexadecimal(written, at + 2) : simple(escape);
      if (meant < 0) {
        return null;
      }
      text.append((char) meant);
      at += escape == 'u' ? 6 : 2;
    }
    return text.toString();
  }

  private static int simple(char escape) {
    return switch (escape) {
      case '"', '\\', '/' -> escape;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> -1;
    };
  }

  private static int hexadecimal(String written, int from) {
    if (from + 4 > written.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = written.charAt(i) < 0x80 ? Character.digit(written.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }
}
