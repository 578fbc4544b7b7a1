package io.sluice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a command into words at blanks outside quotes. In single quotes every character stands for
 * itself; elsewhere a backslash escapes a quote, a blank or a backslash. No other character has a
 * special meaning: no variable, pattern, pipe or semicolon. Mutable; used once.
 */
public final class CommandWords {

  private final String command;
  private final List<String> words = new ArrayList<>();
  private Optional<StringBuilder> word = Optional.empty();
  private char quote;

  private CommandWords(String command) {
    this.command = command;
  }

  /**
   * The words of {@code command}; none if it is blank.
   *
   * @throws IllegalArgumentException if a quote is not closed
   */
  public static List<String> split(String command) {
    return new CommandWords(command).read();
  }

  private List<String> read() {
    for (int i = 0; i < command.length(); i++) {
      char next = command.charAt(i);
      if (next == '\\' && quote != '\'' && meansSomething(i + 1)) {
        word().append(command.charAt(++i));
      } else if (quote == 0 && (next == '\'' || next == '"')) {
        quote = next;
        word();
      } else if (next == quote) {
        quote = 0;
      } else if (quote == 0 && Character.isWhitespace(next)) {
        finish();
      } else {
        word().append(next);
      }
    }
    if (quote != 0) {
      throw new IllegalArgumentException(
          "command has a " + quote + " that is not closed; close it, or put \\ before it");
    }
    finish();
    return List.copyOf(words);
  }

  private boolean meansSomething(int at) {
    return at < command.length() && "\\\"' \t".indexOf(command.charAt(at)) >= 0;
  }

  private StringBuilder word() {
    StringBuilder begun = word.orElseGet(StringBuilder::new);
    word = Optional.of(begun);
    return begun;
  }

  private void finish() {
    word.map(StringBuilder::toString).ifPresent(words::add);
    word = Optional.empty();
  }
}
