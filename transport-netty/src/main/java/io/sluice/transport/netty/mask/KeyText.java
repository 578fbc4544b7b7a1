package io.sluice.transport.netty.mask;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keys in the forms in which a server may write them: plain, or with any character escaped as JSON
 * allows (RFC 8259, 7), also in JSON inside JSON, where one backslash becomes several. Thread-safe.
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

  private final List<String> keys;
  private final List<Needle> plain;
  private final boolean[] escapable = new boolean[ASCII];

  /** Created on first use, which is rare; two threads may create it twice, with equal results. */
  private volatile @Nullable Pattern written;

  /** Creates the forms of keys of one character or more, each of Latin-1. */
  KeyText(List<String> keys) {
    this.keys = keys;
    this.plain =
        keys.stream().map(key -> new Needle(key.getBytes(StandardCharsets.ISO_8859_1))).toList();
    for (String key : keys) {
      key.chars().filter(character -> character < ASCII).forEach(c -> escapable[c] = true);
    }
  }

  /** Whether a key occurs in the remaining bytes of {@code data}, whose position is not changed. */
  boolean isIn(ByteBuffer data) {
    for (Needle key : plain) {
      if (key.isIn(data)) {
        return true;
      }
    }
    byte[] bytes = data.hasArray() ? data.array() : copy(data);
    int start = data.hasArray() ? data.arrayOffset() + data.position() : 0;
    return hasEscapes(bytes, start, start + data.remaining())
        && written().matcher(latin(data)).find();
  }

  /** The text with {@code mask} in place of each key. */
  String masked(String text, String mask) {
    return keys.stream().anyMatch(text::contains) || text.indexOf('\\') >= 0
        ? written().matcher(text).replaceAll(Matcher.quoteReplacement(mask))
        : text;
  }

  /**
   * The index from which {@code text} may end in the beginning of a key; the text's length if there
   * is none.
   */
  int begunIn(String text) {
    int longest =
        keys.stream().mapToInt(String::length).max().orElse(0) * (ESCAPE + MOST_BACKSLASHES);
    Matcher beginning = written().matcher(text);
    for (int at = Math.max(0, text.length() - longest); at < text.length(); at++) {
      char first = text.charAt(at);
      if (first != '\\' && keys.stream().noneMatch(key -> key.charAt(0) == first)) {
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
   * Whether a character of a key may be escaped anywhere in the bytes; if not, there is nothing to
   * match.
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
      made = Pattern.compile(keys.stream().map(KeyText::written).collect(Collectors.joining("|")));
      written = made;
    }
    return made;
  }

  private static String written(String key) {
    return key.chars().mapToObj(c -> written((char) c)).collect(Collectors.joining());
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
