package io.sluice.simulator.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into words, marks and line breaks. A word or mark includes one space before it, so
 * that the tokens joined are the text again.
 */
final class WordTokenizer {

  private WordTokenizer() {}

  static List<String> tokens(String text) {
    var tokens = new ArrayList<String>(text.length() / 4 + 1);
    int start = 0;
    while (start < text.length()) {
      int end = end(text, start);
      tokens.add(text.substring(start, end));
      start = end;
    }
    return tokens;
  }

  private static int end(String text, int start) {
    int at = start;
    if (text.charAt(at) == ' '
        && at + 1 < text.length()
        && !Character.isWhitespace(text.charAt(at + 1))) {
      at++;
    }
    if (!isWord(text, at)) {
      return at + Character.charCount(text.codePointAt(at));
    }
    while (at < text.length() && isWord(text, at)) {
      at++;
    }
    return at;
  }

  /**
   * Whether a word contains this character: letters and digits, and an apostrophe or hyphen between
   * two of them.
   */
  private static boolean isWord(String text, int at) {
    char c = text.charAt(at);
    if (Character.isLetterOrDigit(c)) {
      return true;
    }
    return (c == '\'' || c == '’' || c == '-')
        && at > 0
        && at + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }
}
