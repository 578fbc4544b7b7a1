package io.sluice.sinks.console.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What kind of block the first characters of a line begin (CommonMark 0.31, chapters 4 and 5).
 *
 * @param end the index behind the characters that say so
 */
record BlockStart(Kind kind, int end) {
  private static final BlockStart UNDECIDED = new BlockStart(Kind.UNDECIDED, 0);

  /** The longest start that is waited for. */
  private static final int LONGEST = 1000;

  /** What the characters so far begin; a line feed stands at the end of a whole line. */
  static BlockStart of(CharSequence line) {
    for (Kind kind : Kind.values()) {
      Matcher matcher = kind.pattern.matcher(line);
      boolean found = matcher.lookingAt();
      boolean open = matcher.hitEnd() && line.charAt(line.length() - 1) != '\n';
      if (open && line.length() < LONGEST) {
        return UNDECIDED;
      }
      if (found) {
        return new BlockStart(kind, matcher.end());
      }
    }
    return new BlockStart(Kind.TEXT, 0);
  }

  /** The kinds, the more special first. */
  enum Kind {
    UNDECIDED("(?!)"),
    BLANK("[ \t]*\n"),
    RULE(" {0,3}(?:(?:-[ \t]*+){3,}|(?:\\*[ \t]*+){3,}|(?:_[ \t]*+){3,})\n"),
    HEADING(" {0,3}#{1,6}[ \t]++(?=[^ \t\n])"),
    FENCE(" *(?:`{3,}[^`\n]*|~{3,}[^\n]*)\n"),
    QUOTE(" {0,3}>(?: |(?=[^ ]))"),
    LIST("[ \t]*(?:[-+*]|[0-9]{1,9}[.)])[ \t]++(?=[^ \t\n])"),
    TABLE("[ \t]*\\|"),
    CODE("(?: {4}|\t)(?=[^\n])"),
    TEXT("[ \t]*(?=[^ \t])");

    private final Pattern pattern;

    Kind(String pattern) {
      this.pattern = Pattern.compile(pattern);
    }
  }
}
