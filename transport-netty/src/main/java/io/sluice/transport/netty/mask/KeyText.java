package io.sluice.transport.netty.mask;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key in the forms in which a server may write it: plain, or with any of its characters escaped
 * as JSON allows (RFC 8259, 7), also in JSON inside JSON, where one backslash becomes several.
 * Thread-safe.
 */
public final class KeyText {

  /** A bound on an ASCII character's escape after its backslashes: {@code u00} and two digits. */
  private static final int ESCAPE = 6;

  /** The number of backslashes that may stand for one: JSON in JSON in JSON has seven. */
  private static final int MOST_BACKSLASHES = 7;

  private static final String BACKSLASHES = "\\\\{1," + MOST_BACKSLASHES + "}+";

  /** The characters that JSON escapes by a backslash alone. */
  private static final String SHORTLY_ESCAPED = "/\"\\";

  private static final int ASCII = 128;

  private final String key;
  private final Needle plain;
  private final boolean[] escapable = new boolean[ASCII];

  /** Created on first use, which is rare; two threads may create it twice, with equal results. */
  private volatile @Nullable Pattern written;

  /** Creates the forms of an ASCII key of one character or more. */
  KeyText(String key) {
    this.key = key;
    this.plain = new Needle(key.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < key.length(); i++) {
      escapable[key.charAt(i)] = true;
    }
  }

  /**
   * Whether the key occurs in the remaining bytes of {@code data}, whose position is not changed.
   */
  boolean isIn(ByteBuffer data) {
    if (plain.isIn(data)) {
      return true;
    }
    byte[] bytes = data.hasArray() ? data.array() : copy(data);
    int start = data.hasArray() ? data.arrayOffset() + data.position() : 0;
    return hasEscapes(bytes, start, start + data.remaining())
        && written().matcher(latin(data)).find();
  }

  /** The text with {@code mask} in place of the key. */
  String masked(String text, String mask) {
    return text.contains(key) || text.indexOf('\\') >= 0
        ? written().matcher(text).replaceAll(Matcher.quoteReplacement(mask))
        : text;
  }

  /**
   * The index from which {@code text} may end in the beginning of the key; the text's length if
   * there is none.
   */
  int begunIn(String text) {
    int longest = key.length() * (ESCAPE + MOST_BACKSLASHES);
    Matcher beginning = written().matcher(text);
    for (int at = Math.max(0, text.length() - longest); at < text.length(); at++) {
      char first = text.charAt(at);
      if (first != '\\' && first != key.charAt(0)) {
        continue;
      }
      beginning.region(at, text.length());
      if (!beginning.lookingAt() && beginning.hitEnd()) {
        return at;
      }
    }
    return text.length();
  }

  /**
   * Whether a character of the key may be escaped anywhere in the bytes; if not, there is nothing
   * to match.
   */
  private boolean hasEscapes(byte[] bytes, int start, int end) {
    int at = Backslashes.next(bytes, start, end);
    while (at + 1 < end) {
      if (isEscape(bytes, at + 1, end)) {
        return true;
      }
      at = Backslashes.next(bytes, at + 1, end);
    }
    return false;
  }

  private boolean isEscape(byte[] bytes, int at, int end) {
    byte next = bytes[at];
    if (next != 'u') {
      return SHORTLY_ESCAPED.indexOf(next) >= 0 && escapable[next];
    }
    boolean ascii = at + 4 < end && bytes[at + 1] == '0' && bytes[at + 2] == '0';
    int value = ascii ? hex(bytes[at + 3]) << 4 | hex(bytes[at + 4]) : ASCII;
    return value >= 0 && value < ASCII && escapable[value];
  }

  /** The value of a hexadecimal digit; negative if it is none. */
  private static int hex(byte digit) {
    return Character.digit(digit, 16);
  }

  private Pattern written() {
    Pattern made = written;
    if (made == null) {
      var pattern = new StringBuilder();
      for (int i = 0; i < key.length(); i++) {
        pattern.append(written(key.charAt(i)));
      }
      made = Pattern.compile(pattern.toString());
      written = made;
    }
    return made;
  }

  private static String written(char character) {
    String code = String.format(Locale.ROOT, "u(?i:%04x)", (int) character);
    String shortly =
        SHORTLY_ESCAPED.indexOf(character) >= 0
            ? "|" + BACKSLASHES + Pattern.quote(String.valueOf(character))
            : "";
    return "(?:"
        + Pattern.quote(String.valueOf(character))
        + "|"
        + BACKSLASHES
        + code
        + shortly
        + ")";
  }

  private static String latin(ByteBuffer bytes) {
    return StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
  }

  private static byte[] copy(ByteBuffer data) {
    byte[] copy = new byte[data.remaining()];
    data.duplicate().get(copy);
    return copy;
  }
}
