package io.sluice.json.syntax;

/** A number, or one of the words true, false and null. Mutable; for one value after another. */
final class BareWord {

  private final StringBuilder text = new StringBuilder();
  private String word = "";
  private NumberPart part = NumberPart.NONE;

  /** Takes the first character; false if no number and no word begins so. */
  boolean begin(char first) {
    text.setLength(0);
    part = NumberPart.START;
    word =
        switch (first) {
          case 't' -> "true";
          case 'f' -> "false";
          case 'n' -> "null";
          default -> "";
        };
    return take(first);
  }

  /** Takes the next character; false if it does not belong to the number or word. */
  boolean take(char character) {
    if (word.isEmpty()) {
      NumberPart next = part.next(character);
      part = next == NumberPart.NONE ? part : next;
      return next != NumberPart.NONE && text.append(character).length() > 0;
    }
    int at = text.length();
    return at < word.length()
        && word.charAt(at) == character
        && text.append(character).length() > at;
  }

  /** Whether this is a whole word; no character can follow it. */
  boolean isWord() {
    return !word.isEmpty() && word.contentEquals(text);
  }

  /** Whether this is a whole number as it is; more digits may follow it. */
  boolean isNumber() {
    return word.isEmpty() && part.isWhole();
  }

  String text() {
    return text.toString();
  }

  /** The part of a number that the last character belongs to. */
  private enum NumberPart {
    START,
    MINUS,
    ZERO,
    INTEGER,
    POINT,
    FRACTION,
    EXPONENT,
    SIGN,
    POWER,
    NONE;

    boolean isWhole() {
      return this == ZERO || this == INTEGER || this == FRACTION || this == POWER;
    }

    NumberPart next(char character) {
      boolean digit = character >= '0' && character <= '9';
      return switch (this) {
        case START -> character == '-' ? MINUS : first(character, digit);
        case MINUS -> first(character, digit);
        case ZERO -> behindInteger(character);
        case INTEGER -> digit ? INTEGER : behindInteger(character);
        case POINT -> digit ? FRACTION : NONE;
        case FRACTION -> digit ? FRACTION : exponent(character);
        case EXPONENT -> character == '+' || character == '-' ? SIGN : digit ? POWER : NONE;
        case SIGN, POWER -> digit ? POWER : NONE;
        case NONE -> NONE;
      };
    }

    private static NumberPart first(char character, boolean digit) {
      return character == '0' ? ZERO : digit ? INTEGER : NONE;
    }

    private static NumberPart behindInteger(char character) {
      return character == '.' ? POINT : exponent(character);
    }

    private static NumberPart exponent(char character) {
      return character == 'e' || character == 'E' ? EXPONENT : NONE;
    }
  }
}
