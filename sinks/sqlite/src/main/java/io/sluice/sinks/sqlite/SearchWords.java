package io.sluice.sinks.sqlite;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * Turns search words into a query of FTS5: each word in quotes, so that no character of it is an
 * operator. A word that ends in an asterisk matches all words with that beginning; several words in
 * one string must be adjacent.
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
    // FTS5 reads a NUL as the end of the query.
    return '"' + text.replace("\"", "\"\"").replace('\0', ' ') + '"' + (beginning ? "*" : "");
  }
}
