package io.sluice.sinks.sqlite;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * What people search for, as FTS5 takes it: each word in quotes, so that no character of it is a
 * command. A word that ends in an asterisk stands for all that begin so; several words in one stand
 * side by side.
 */
final class SearchWords {
  private SearchWords() {}

  static String query(List<String> words) {
    return words.stream()
        .filter(word -> !word.isBlank())
        .map(SearchWords::quoted)
        .collect(joining(" "));
  }

  private static String quoted(String word) {
    boolean beginning = word.length() > 1 && word.endsWith("*");
    String text = beginning ? word.substring(0, word.length() - 1) : word;
    // To FTS5 a NUL is the end of all words.
    return '"' + text.replace("\"", "\"\"").replace('\0', ' ') + '"' + (beginning ? "*" : "");
  }
}
