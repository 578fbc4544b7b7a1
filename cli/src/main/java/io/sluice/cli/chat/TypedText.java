package io.sluice.cli.chat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text that keys make, as a terminal sends them: Backspace, Ctrl-W and Ctrl-U erase, Enter
 * breaks the line, and other keys that are no characters, such as arrows, are left out.
 */
final class TypedText {
  /** Sequences of the standard (ECMA-48, 5.4 and 5.6), of an application keypad, and of Alt. */
  private static final Pattern SEQUENCES =
      Pattern.compile(
          "\\x1b+(?:\\[[0-?]*["
              + " -/]*[@-~]?|\\][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\)|O.|[^\\[\\]O\\x1b])?",
          Pattern.DOTALL);

  private static final Pattern LINE_BREAKS = Pattern.compile("\\A\n+|\n+\\z");
  private static final Pattern LAST_WORD = Pattern.compile("[^\\s]*[ \t]*\\z");

  private static final int BACKSPACE = 8;
  private static final int ERASE_WORD = 0x17;
  private static final int ERASE_LINE = 0x15;
  private static final int DELETE = 0x7f;

  private final StringBuilder text = new StringBuilder();

  private TypedText() {}

  /** The text of keys in UTF-8, without line breaks at its start and end. */
  static String of(byte[] keys) {
    var typed = new TypedText();
    String characters = new String(keys, StandardCharsets.UTF_8).replace('\r', '\n');
    SEQUENCES.matcher(characters).replaceAll("").codePoints().forEach(typed::take);
    return LINE_BREAKS.matcher(typed.text).replaceAll("");
  }

  private void take(int key) {
    switch (key) {
      case BACKSPACE, DELETE -> eraseFrom(text.offsetByCodePoints(0, Math.max(0, length() - 1)));
      case ERASE_WORD -> eraseFrom(lastWord());
      case ERASE_LINE -> eraseFrom(text.lastIndexOf("\n") + 1);
      case '\n', '\t' -> text.appendCodePoint(key);
      default -> {
        if (!Character.isISOControl(key)) {
          text.appendCodePoint(key);
        }
      }
    }
  }

  private int length() {
    return text.codePointCount(0, text.length());
  }

  private int lastWord() {
    Matcher word = LAST_WORD.matcher(text);
    return word.find() ? word.start() : text.length();
  }

  private void eraseFrom(int start) {
    text.setLength(start);
  }
}
