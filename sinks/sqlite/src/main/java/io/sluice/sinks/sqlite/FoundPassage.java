package io.sluice.sinks.sqlite;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of the text of a run in which words were found. Immutable.
 *
 * @param text the text; omissions before and after it are shown by dots
 * @param marks where the words are, in order
 */
public record FoundPassage(String text, List<Mark> marks) {

  /** Copies the list. */
  public FoundPassage {
    marks = List.copyOf(marks);
  }

  /** The text with brackets around the words. */
  public String bracketed() {
    var shown = new StringBuilder();
    int done = 0;
    for (Mark mark : marks) {
      shown.append(text, done, mark.begin()).append('[');
      shown.append(text, mark.begin(), mark.end()).append(']');
      done = mark.end();
    }
    return shown.append(text, done, text.length()).toString();
  }

  /** The passage of a text in which the words are between these delimiters. */
  static FoundPassage of(String delimited, String before, String behind) {
    var text = new StringBuilder();
    List<Mark> marks = new ArrayList<>();
    int at = 0;
    int word = delimited.indexOf(before);
    while (word >= 0) {
      int end = delimited.indexOf(behind, word);
      text.append(delimited, at, word);
      int begin = text.length();
      text.append(delimited, word + before.length(), end);
      marks.add(new Mark(begin, text.length()));
      at = end + behind.length();
      word = delimited.indexOf(before, at);
    }
    return new FoundPassage(text.append(delimited, at, delimited.length()).toString(), marks);
  }

  /**
   * Where a word is in the text.
   *
   * @param begin the index of its first character, as {@code String.charAt} counts them
   * @param end the index behind its last character
   */
  public record Mark(int begin, int end) {}
}
