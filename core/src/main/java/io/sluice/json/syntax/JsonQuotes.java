package io.sluice.json.syntax;

/**
 * Writes strings in quotes. A surrogate without its other half is escaped, because UTF-8 cannot
 * encode it and text may have been cut there. Every control character is escaped too, including C1
 * and DEL, because a terminal may interpret it.
 */
public final class JsonQuotes {

  private static final String HEX = "0123456789abcdef";

  private JsonQuotes() {}

  /** Appends the string as a JSON value, quotes included. */
  public static void append(StringBuilder out, String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char character = value.charAt(i);
      if (character == '"' || character == '\\') {
        out.append('\\').append(character);
      } else if (Character.isISOControl(character) || isLoneSurrogate(value, i)) {
        escape(out, character);
      } else {
        out.append(character);
      }
    }
    out.append('"');
  }

  private static void escape(StringBuilder out, char character) {
    switch (character) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(HEX.charAt(character >> shift & 0xF));
        }
      }
    }
  }

  private static boolean isLoneSurrogate(String value, int at) {
    char character = value.charAt(at);
    if (Character.isHighSurrogate(character)) {
      return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
    }
    return Character.isLowSurrogate(character)
        && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
  }
}
