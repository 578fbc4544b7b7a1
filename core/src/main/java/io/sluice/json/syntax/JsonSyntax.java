package io.sluice.json.syntax;

import java.util.Optional;

/**
 * Follows the grammar of JSON (RFC 8259) character by character and reports the parts that it
 * finds. Each character costs the same, however long the text is; at most 500 brackets are open at
 * once. Mutable; for one thread.
 */
public final class JsonSyntax {

  /** The most brackets that may be open at once. */
  public static final int DEEPEST = 500;

  private static final String BEHIND_NUMBER = " \t\n\r,]}";

  private final JsonParts parts;
  private final StringBuilder brackets = new StringBuilder();
  private final QuotedText quoted;
  private final BareWord bare = new BareWord();
  private SyntaxPlace place = SyntaxPlace.VALUE;
  private long taken;
  private Optional<String> problem = Optional.empty();

  /** Begins a text whose parts go to {@code parts}. */
  public JsonSyntax(JsonParts parts) {
    this.parts = parts;
    this.quoted = new QuotedText(parts);
  }

  /**
   * Why a text is no JSON value: one line that says at which character, counted from 1, and quotes
   * nothing of the text. Empty if it is one.
   */
  public static Optional<String> problem(String text) {
    var syntax = new JsonSyntax(JsonParts.IGNORED);
    int at = 0;
    while (at < text.length() && syntax.take(text.charAt(at))) {
      at++;
    }
    syntax.finish();
    return syntax.problem();
  }

  /** Takes the next character; false if it cannot stand here, or one before it could not. */
  public boolean take(char character) {
    if (problem.isPresent()) {
      return false;
    }
    taken++;
    if (place == SyntaxPlace.BARE && !bare.take(character)) {
      if (bare.isNumber() && BEHIND_NUMBER.indexOf(character) >= 0) {
        endNumber();
      } else {
        refuse(place.expected);
      }
    }
    if (problem.isEmpty()) {
      at(character);
    }
    return problem.isEmpty();
  }

  /** Says that no character follows; the text is then one whole value, or has a problem. */
  public void finish() {
    if (problem.isEmpty() && place == SyntaxPlace.BARE && bare.isNumber()) {
      endNumber();
    }
    if (problem.isEmpty() && !isWhole()) {
      problem = Optional.of("JSON that ends too early, after character " + taken);
    }
  }

  /** Whether the characters so far are one whole value, to which only white space may be added. */
  public boolean isWhole() {
    return place == SyntaxPlace.END;
  }

  /** What is wrong with the text, in one line, if something is. */
  public Optional<String> problem() {
    return problem;
  }

  private void at(char character) {
    switch (place) {
      case BARE -> endWord();
      case NAME, STRING -> inQuotes(character);
      default -> between(character);
    }
  }

  private void between(char character) {
    if (character == ' ' || character == '\n' || character == '\r' || character == '\t') {
      return;
    }
    switch (character) {
      case '{', '[' -> open(character);
      case '}', ']' -> close(character);
      case ',' ->
          move(
              SyntaxPlace.BEHIND_VALUE, isInObject() ? SyntaxPlace.BEFORE_NAME : SyntaxPlace.VALUE);
      case ':' -> move(SyntaxPlace.BEHIND_NAME, SyntaxPlace.VALUE);
      case '"' -> quote();
      default -> {
        if (!place.takesValue || !bare.begin(character)) {
          refuse(place.expected);
        } else {
          place = SyntaxPlace.BARE;
        }
      }
    }
  }

  private void open(char bracket) {
    if (!place.takesValue) {
      refuse(place.expected);
    } else if (brackets.length() == DEEPEST) {
      refuse("at most " + DEEPEST + " brackets within each other are possible");
    } else {
      brackets.append(bracket);
      place = bracket == '{' ? SyntaxPlace.FIRST_NAME : SyntaxPlace.FIRST_ELEMENT;
      parts.opened(bracket);
    }
  }

  private void close(char bracket) {
    boolean fits = bracket == '}' ? isInObject() : isIn('[');
    if (!place.takesBracket || !fits) {
      refuse(place.expected);
      return;
    }
    brackets.setLength(brackets.length() - 1);
    behindValue();
    parts.closed();
  }

  private void quote() {
    if (place == SyntaxPlace.FIRST_NAME || place == SyntaxPlace.BEFORE_NAME) {
      place = SyntaxPlace.NAME;
      parts.nameBegins();
    } else if (place.takesValue) {
      place = SyntaxPlace.STRING;
      parts.stringBegins();
    } else {
      refuse(place.expected);
    }
  }

  private void inQuotes(char character) {
    switch (quoted.take(character)) {
      case GOES_ON -> {}
      case ENDS -> {
        if (place == SyntaxPlace.NAME) {
          place = SyntaxPlace.BEHIND_NAME;
        } else {
          behindValue();
        }
        parts.quoted();
      }
      case RAW_CONTROL -> refuse("a control character in a string needs an escape");
      case WRONG_ESCAPE -> refuse("no escape of JSON continues so");
      case WRONG_DIGIT -> refuse("four hexadecimal digits follow \\u");
    }
  }

  /** A word is known at its last letter, a number only at the character behind it. */
  private void endWord() {
    if (bare.isWord()) {
      behindValue();
      parts.word(bare.text());
    }
  }

  private void endNumber() {
    behindValue();
    parts.number(bare.text());
  }

  private void move(SyntaxPlace from, SyntaxPlace to) {
    if (place == from) {
      place = to;
    } else {
      refuse(place.expected);
    }
  }

  private void behindValue() {
    place = brackets.isEmpty() ? SyntaxPlace.END : SyntaxPlace.BEHIND_VALUE;
  }

  private boolean isInObject() {
    return isIn('{');
  }

  private boolean isIn(char bracket) {
    return brackets.length() > 0 && brackets.charAt(brackets.length() - 1) == bracket;
  }

  private void refuse(String reason) {
    problem = Optional.of("malformed JSON at character " + taken + ": " + reason);
  }
}
