package io.sluice.tokens.image;

import java.util.Optional;

/** The bytes of a data URL, each decoded when it is asked for, so that nothing is copied. */
final class Base64Bytes {

  /** What stands for a byte that is missing, unreadable or too far behind. */
  static final int NONE = -1;

  private static final int BOUND = 1024 * 1024;
  private static final int LONGEST_TYPE = 256;
  private static final String MARK = ";base64,";

  private final String url;
  private final int start;

  private Base64Bytes(String url, int start) {
    this.url = url;
    this.start = start;
  }

  static Optional<Base64Bytes> ofDataUrl(String url) {
    String type = url.substring(0, Math.min(url.length(), LONGEST_TYPE));
    int mark = type.indexOf(MARK);
    return type.regionMatches(true, 0, "data:", 0, 5) && mark >= 0
        ? Optional.of(new Base64Bytes(url, mark + MARK.length()))
        : Optional.empty();
  }

  /** The byte at that index, from 0 to 255, or {@link #NONE}. */
  int at(int index) {
    if (index < 0 || index >= BOUND) {
      return NONE;
    }
    int first = start + index / 3 * 4 + index % 3;
    if (first + 1 >= url.length()) {
      return NONE;
    }
    int high = digit(url.charAt(first));
    int low = digit(url.charAt(first + 1));
    int shift = 2 * (index % 3 + 1);
    return high < 0 || low < 0 ? NONE : (high << shift | low >> (6 - shift)) & 0xFF;
  }

  /** A number of several bytes, the highest first, or {@link #NONE}. */
  long bigEndian(int index, int bytes) {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      int next = at(index + i);
      if (next < 0) {
        return NONE;
      }
      value = value << 8 | next;
    }
    return value;
  }

  /** A number of several bytes, the lowest first, or {@link #NONE}. */
  long littleEndian(int index, int bytes) {
    long value = 0;
    for (int i = bytes - 1; i >= 0; i--) {
      int next = at(index + i);
      if (next < 0) {
        return NONE;
      }
      value = value << 8 | next;
    }
    return value;
  }

  /** Whether the bytes from that index are those characters. */
  boolean reads(int index, String characters) {
    for (int i = 0; i < characters.length(); i++) {
      if (at(index + i) != characters.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int digit(char character) {
    if (character >= 'A' && character <= 'Z') {
      return character - 'A';
    }
    if (character >= 'a' && character <= 'z') {
      return character - 'a' + 26;
    }
    if (character >= '0' && character <= '9') {
      return character - '0' + 52;
    }
    return switch (character) {
      case '+', '-' -> 62;
      case '/', '_' -> 63;
      default -> NONE;
    };
  }
}
