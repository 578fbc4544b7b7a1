package io.sluice.server.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person types to search: words, and in quotation marks words that must be adjacent. */
final class SearchText {

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"?|[^\\s\"]+");

  private SearchText() {}

  /** The words in their order; several in quotation marks are one. */
  static List<String> words(String typed) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(typed);
    while (word.find()) {
      String found = word.group(1) == null ? word.group() : word.group(1);
      if (!found.isBlank()) {
        words.add(found);
      }
    }
    return words;
  }
}
