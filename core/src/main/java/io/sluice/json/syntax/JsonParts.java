package io.sluice.json.syntax;

/**
 * Receives the parts of a JSON text from {@link JsonSyntax}, in the order of the text. Each method
 * is called while the character that completes the part is taken, except {@link #number}.
 */
public interface JsonParts {

  /** Ignores all parts, for text that is only checked. */
  JsonParts IGNORED = new JsonParts() {};

  /** Called when an object or array begins, with its bracket. */
  default void opened(char bracket) {}

  /** Called when the innermost object or array ends. */
  default void closed() {}

  /** Called when the quoted name of a member begins; its characters follow. */
  default void nameBegins() {}

  /** Called when a string that is a value begins; its characters follow. */
  default void stringBegins() {}

  /** Called with each UTF-16 unit of a name or string, without escapes. */
  default void character(char unit) {}

  /** Called when the name or string ends. */
  default void quoted() {}

  /** Called with {@code true}, {@code false} or {@code null} at its last letter. */
  default void word(String text) {}

  /**
   * Called with a number as it is written, when the character behind it is taken or none follows.
   */
  default void number(String text) {}
}
