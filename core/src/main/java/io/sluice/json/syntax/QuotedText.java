package io.sluice.json.syntax;

/** The text between two quotes, without its escapes. Mutable; for one text after another. */
final class QuotedText {

  private static final int PLAIN = 0;
  private static final int ESCAPED = -1;

  private final JsonParts parts;
  private int digits = PLAIN; // hexadecimal digits to come, or ESCAPED behind a backslash
  private int unit;

  QuotedText(JsonParts parts) {
    this.parts = parts;
  }

  /** Takes the next character behind the opening quote. */
  Result take(char character) {
    if (digits == ESCAPED) {
      return escaped(character);
    }
    if (digits > 0) {
      return digit(character);
    }
    if (character == '"') {
      return Result.ENDS;
    }
    if (character < ' ') {
      return Result.RAW_CONTROL;
    }
    if (character == '\\') {
      digits = ESCAPED;
    } else {
      parts.character(character);
    }
    return Result.GOES_ON;
  }

  private Result escaped(char character) {
    if (character == 'u') {
      digits = 4;
      unit = 0;
      return Result.GOES_ON;
    }
    int at = "\"\\/bfnrt".indexOf(character);
    if (at < 0) {
      return Result.WRONG_ESCAPE;
    }
    digits = PLAIN;
    parts.character("\"\\/\b\f\n\r\t".charAt(at));
    return Result.GOES_ON;
  }

  private Result digit(char character) {
    int value = character < 128 ? Character.digit(character, 16) : -1;
    if (value < 0) {
      return Result.WRONG_DIGIT;
    }
    unit = unit << 4 | value;
    digits--;
    if (digits == PLAIN) {
      parts.character((char) unit);
    }
    return Result.GOES_ON;
  }

  /** What a character means to the text. */
  enum Result {
    GOES_ON,
    ENDS,
    RAW_CONTROL,
    WRONG_ESCAPE,
    WRONG_DIGIT
  }
}
