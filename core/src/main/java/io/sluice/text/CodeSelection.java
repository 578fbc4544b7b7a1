package io.sluice.text;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says which fenced code block of a text is meant: the first, the last, one by its number, or the
 * first in a language, by any of its names. Immutable.
 */
public final class CodeSelection {
  /** What {@link #parse} takes, for messages. */
  public static final String EXPECTED = "first, last, a number from 1, or a language";

  private static final CodeSelection FIRST = new CodeSelection(1, "");
  private static final CodeSelection LAST = new CodeSelection(0, "");
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");
  private static final Pattern LANGUAGE = Pattern.compile("[\\p{L}_][^\\s`,:{}]*");

  private final int number;
  private final String language;

  private CodeSelection(int number, String language) {
    this.number = number;
    this.language = language;
  }

  /**
   * Reads {@code first}, {@code last}, a number from 1, or the name of a language.
   *
   * @throws IllegalArgumentException if the text is none of them, with it in the message
   */
  public static CodeSelection parse(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (NUMBER.matcher(word).matches()) {
      return new CodeSelection(Integer.parseInt(word), "");
    }
    if (!LANGUAGE.matcher(word).matches()) {
      throw new IllegalArgumentException("'" + text + "' names no code block; use " + EXPECTED);
    }
    return switch (word) {
      case "first" -> FIRST;
      case "last" -> LAST;
      default -> new CodeSelection(0, word);
    };
  }

  /** The first block. */
  public static CodeSelection first() {
    return FIRST;
  }

  /** The last block. */
  public static CodeSelection last() {
    return LAST;
  }

  /** The content of the block in {@code text}; empty if there is no such block. */
  public Optional<String> of(String text) {
    var taken = new SelectedCode(this);
    String code = taken.add(text) + taken.end(text);
    return taken.isSeen() ? Optional.of(code) : Optional.empty();
  }

  /** What a message calls the block, such as {@code "code block 3"}. */
  public String description() {
    if (isLast() || number == 1) {
      return "code block";
    }
    return language.isEmpty() ? "code block " + number : "code block in " + language;
  }

  /** Whether only the end of the text shows which block is meant. */
  boolean isLast() {
    return number == 0 && language.isEmpty();
  }

  /** Whether the block with that number, from 1, is meant, if none before it was. */
  boolean means(int nth, String info) {
    return language.isEmpty()
        ? number == nth
        : CodeLanguage.name(language).equals(CodeLanguage.name(CodeBlocks.language(info)));
  }

  /** The same block, by its number. */
  static CodeSelection numbered(int number) {
    return new CodeSelection(number, "");
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof CodeSelection other
        && number == other.number
        && language.equals(other.language);
  }

  @Override
  public int hashCode() {
    return Objects.hash(number, language);
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    if (!language.isEmpty()) {
      return language;
    }
    return number == 0 ? "last" : Integer.toString(number);
  }
}
