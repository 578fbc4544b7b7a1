package io.sluice.json.syntax;

/** What the next character of a JSON text belongs to, and what is expected there. */
enum SyntaxPlace {
  VALUE(true, false, "a value is expected"),
  FIRST_ELEMENT(true, true, "a value or ] is expected"),
  FIRST_NAME(false, true, "a name in quotes or } is expected"),
  BEFORE_NAME(false, false, "a name in quotes is expected"),
  BEHIND_NAME(false, false, "a colon is expected"),
  BEHIND_VALUE(false, true, "a comma or the closing bracket is expected"),
  NAME(false, false, ""),
  STRING(false, false, ""),
  BARE(false, false, "a number, true, false or null is expected"),
  END(false, false, "nothing may follow the value");

  final boolean takesValue;
  final boolean takesBracket;
  final String expected;

  SyntaxPlace(boolean takesValue, boolean takesBracket, String expected) {
    this.takesValue = takesValue;
    this.takesBracket = takesBracket;
    this.expected = expected;
  }
}
