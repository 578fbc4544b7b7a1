package io.sluice.sinks.console.markdown;

import io.sluice.sinks.console.page.Style;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What begins at one place of a line: a span, a character that means nothing more, or something
 * that the next characters decide.
 */
final class InlineMark {
  private static final String ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  private static final Pattern LINK =
      Pattern.compile(
          "!?\\[((?:[^\\[\\]\\\\]|\\\\.){0,300}+)\\]"
              + "\\([ ]?<?((?:[^\\s()<>]|\\([^\\s()<>]*+\\)){0,2000}+)>?"
              + "(?:[ ]+(?:\"[^\"]*+\"|'[^']*+'))?[ ]?\\)");
  private static final Pattern ANGLED =
      Pattern.compile("<((?:https?://|mailto:)[^\\s<>]{1,2000}+)>");
  private static final Pattern BARE = Pattern.compile("https?://[^\\s<>\"`*|]{1,2000}+");

  /** Between double underscores, what a program may call a thing of its own. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+");

  private static final String TRAILING = ".,:;!?)]}'\"_~。，、；：！？）」』】";
  private static final int FARTHEST_LINK = 2400;

  private final CharSequence line;
  private final int at;
  private final int before;
  private final boolean whole;
  private final int literalEnd;
  private Optional<InlineSpan> span = Optional.empty();
  private boolean decided = true;

  /**
   * Looks at a place.
   *
   * @param before the character before it
   * @param whole whether the line has no more characters than these
   */
  InlineMark(CharSequence line, int at, int before, boolean whole) {
    this.line = line;
    this.at = at;
    this.before = before;
    this.whole = whole;
    char c = line.charAt(at);
    boolean repeats = c == '`' || c == '*' || c == '_' || c == '~';
    literalEnd = repeats ? runEnd(at) : at + Character.charCount(Character.codePointAt(line, at));
    look(c);
  }

  /** Whether the characters so far say what it is. */
  boolean decided() {
    return decided;
  }

  Optional<InlineSpan> span() {
    return span;
  }

  /** The index behind what is text, if there is no span. */
  int literalEnd() {
    return literalEnd;
  }

  private void look(char c) {
    switch (c) {
      case '\\' -> escape();
      case '`' -> code();
      case '*', '_', '~' -> emphasis(c);
      case '[', '!' -> match(LINK, m -> new WebLink(m.group(1), m.group(2)));
      case '<' -> match(ANGLED, m -> new WebLink(m.group(1), m.group(1)));
      case 'h' -> address();
      default -> {}
    }
  }

  private void escape() {
    if (at + 1 == line.length()) {
      decided = whole;
    } else if (ESCAPABLE.indexOf(line.charAt(at + 1)) >= 0) {
      String character = String.valueOf(line.charAt(at + 1));
      span = Optional.of(new InlineSpan.Literal(character, Style.PLAIN, at + 2));
    }
  }

  private void code() {
    if (literalEnd == line.length()) {
      decided = whole;
      return;
    }
    int length = literalEnd - at;
    for (int from = literalEnd; from < horizon(); from++) {
      if (line.charAt(from) == '`') {
        int end = runEnd(from);
        if (end == line.length() && !whole) {
          decided = false;
          return;
        }
        if (end - from == length) {
          String text = unpadded(line.subSequence(literalEnd, from).toString());
          span = Optional.of(new InlineSpan.Literal(text, Style.CODE, end));
          return;
        }
        from = end - 1;
      }
    }
    decided = whole || line.length() >= at + InlineText.FARTHEST;
  }

  private void emphasis(char mark) {
    int length = literalEnd - at;
    if (literalEnd == line.length()) {
      decided = whole;
      return;
    }
    var runs = new MarkRuns(line, mark, horizon(), whole);
    if (length > MarkRuns.LONGEST || !runs.opens(before, at, literalEnd)) {
      return;
    }
    int close = runs.closing(literalEnd, length);
    if (close == MarkRuns.UNDECIDED) {
      decided = false;
    } else if (close != MarkRuns.NONE) {
      String text = line.subSequence(literalEnd, close).toString();
      if (mark != '_' || !NAME.matcher(text).matches() || length == 1) {
        span = Optional.of(new InlineSpan.Emphasis(text, look(mark, length), close + length));
      }
    } else {
      decided = whole || line.length() >= at + InlineText.FARTHEST;
    }
  }

  private static Style look(char mark, int length) {
    if (mark == '~') {
      return Style.STRIKE;
    }
    return switch (length) {
      case 1 -> Style.ITALIC;
      case 2 -> Style.BOLD;
      default -> Style.BOLD.and(Style.ITALIC);
    };
  }

  /** An address within a word is none. */
  private void address() {
    if (!Character.isLetterOrDigit(before)) {
      match(BARE, m -> new WebLink("", trimmed(m.group())));
    }
  }

  /** Takes what a pattern finds here, or waits while more characters could make it fit. */
  private void match(Pattern pattern, Function<Matcher, WebLink> link) {
    int end = Math.min(line.length(), at + FARTHEST_LINK);
    Matcher matcher = pattern.matcher(line).region(at, end);
    boolean found = matcher.lookingAt();
    boolean open = matcher.hitEnd() && !whole && end == line.length() && end < at + FARTHEST_LINK;
    if (open && !(found && pattern == LINK)) {
      decided = false;
    } else if (found) {
      WebLink to = link.apply(matcher);
      int length = pattern == BARE ? to.address().length() : matcher.end() - at;
      span = Optional.of(new InlineSpan.Link(to, at + length));
    }
  }

  private static String trimmed(String address) {
    int end = address.length();
    while (TRAILING.indexOf(address.charAt(end - 1)) >= 0 && !closesOpened(address, end)) {
      end--;
    }
    return address.substring(0, end);
  }

  /** Whether the last character closes a bracket that the address itself has opened. */
  private static boolean closesOpened(String address, int end) {
    String so = address.substring(0, end);
    long opened = so.chars().filter(c -> c == '(').count();
    return so.endsWith(")") && opened >= so.chars().filter(c -> c == ')').count();
  }

  /** One blank within the marks on both sides only keeps them from the code. */
  private static String unpadded(String code) {
    boolean padded = code.length() > 2 && code.startsWith(" ") && code.endsWith(" ");
    return padded && !code.isBlank() ? code.substring(1, code.length() - 1) : code;
  }

  private int horizon() {
    return Math.min(line.length(), at + InlineText.FARTHEST);
  }

  private int runEnd(int from) {
    int end = from;
    while (end < line.length() && line.charAt(end) == line.charAt(from)) {
      end++;
    }
    return end;
  }
}
