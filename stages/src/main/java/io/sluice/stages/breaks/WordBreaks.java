package io.sluice.stages.breaks;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts between words, with white space at the beginning of a piece. In scripts that write no blanks
 * between words an ideograph is a piece, and the words of Thai and its neighbours are found by the
 * JDK.
 */
public final class WordBreaks implements TextBreaks {

  private static final int LONGEST = 256;

  /** How much of a text without blanks the JDK is shown to find its first word. */
  private static final int WINDOW = 48;

  private static final Set<UnicodeScript> IDEOGRAPHS =
      EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.YI);

  private static final Set<UnicodeScript> WITHOUT_BLANKS =
      EnumSet.of(UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);

  @Override
  public int longest() {
    return LONGEST;
  }

  @Override
  public int end(CharSequence text, int seen) {
    int length = Math.min(text.length(), LONGEST);
    int end = end(text, blanks(text, length), length);
    return end == UNDECIDED && length == LONGEST ? cut(text) : end;
  }

  private static int blanks(CharSequence text, int length) {
    int at = 0;
    while (at < length && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int end(CharSequence text, int begin, int length) {
    Writing writing = Writing.BLANKS;
    for (int at = begin; at < length; ) {
      char first = text.charAt(at);
      if (first < 0x0e00) { // The scripts before Thai all write blanks.
        if (Character.isWhitespace(first) || (writing != Writing.BLANKS && at > begin)) {
          return whole(text, begin, at, writing);
        }
        at++;
        continue;
      }
      if (Character.isHighSurrogate(first) && at + 1 == length) {
        return UNDECIDED;
      }
      int point = Character.codePointAt(text, at);
      Writing here = at > begin && isMark(point) ? writing : Writing.of(point);
      boolean ends = here != writing || (here == Writing.IDEOGRAPH && !isMark(point));
      if (at > begin && (ends || Character.isWhitespace(point))) {
        return whole(text, begin, at, writing);
      }
      writing = here;
      if (writing == Writing.NO_BLANKS && at - begin >= WINDOW) {
        return firstWord(text, begin, at);
      }
      at += Character.charCount(point);
    }
    return UNDECIDED;
  }

  private static int whole(CharSequence text, int begin, int end, Writing writing) {
    return writing == Writing.NO_BLANKS ? firstWord(text, begin, end) : end;
  }

  private static int firstWord(CharSequence text, int begin, int end) {
    BreakIterator words = BreakIterator.getWordInstance(Locale.forLanguageTag("th"));
    words.setText(text.subSequence(begin, end).toString());
    words.first();
    int first = words.next();
    return first == BreakIterator.DONE ? end : begin + first;
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /** How a script tells words apart. */
  private enum Writing {
    BLANKS,
    IDEOGRAPH,
    NO_BLANKS;

    static Writing of(int point) {
      UnicodeScript script = UnicodeScript.of(point);
      if (IDEOGRAPHS.contains(script)) {
        return IDEOGRAPH;
      }
      return WITHOUT_BLANKS.contains(script) ? NO_BLANKS : BLANKS;
    }
  }
}
