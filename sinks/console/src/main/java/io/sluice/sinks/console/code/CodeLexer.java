package io.sluice.sinks.console.code;

import java.util.Optional;

/**
 * Tells the parts of program code apart, line by line. It knows no grammar: keywords, texts,
 * numbers and comments alone. Comments and texts of several lines go on in the next line. Code of
 * an unknown language is plain. Mutable; for one block of code.
 */
public final class CodeLexer {
  private final Optional<Language> language;

  /** What ends the comment or the text that goes on; empty if there is none. */
  private String open = "";

  private CodePart openPart = CodePart.PLAIN;

  private CodeLexer(Optional<Language> language) {
    this.language = language;
  }

  /** A lexer for what stands behind an opening fence, such as {@code java}. */
  public static CodeLexer of(String info) {
    String name = info.isEmpty() ? "" : info.split("[\\s{,:]", 2)[0];
    return new CodeLexer(Language.of(name));
  }

  /** Passes on the parts of a line, in order, without its line feed. */
  public void lex(String line, Parts parts) {
    if (language.isEmpty()) {
      parts.add(line, CodePart.PLAIN);
      return;
    }
    int at = 0;
    while (at < line.length()) {
      at = open.isEmpty() ? next(line, at, language.get(), parts) : goOn(line, at, parts);
    }
  }

  /** The line has ended, and with it a comment or a text of one line. */
  public void endLine() {
    if (open.equals("\n")) {
      open = "";
    }
  }

  private int goOn(String line, int at, Parts parts) {
    int found = line.indexOf(open, at);
    int end = found < 0 ? line.length() : found + open.length();
    parts.add(line.substring(at, end), openPart);
    if (found >= 0) {
      open = "";
    }
    return end;
  }

  private int next(String line, int at, Language known, Parts parts) {
    char c = line.charAt(at);
    if (beginsComment(line, at, known)) {
      return open("\n", CodePart.COMMENT, line, at, 0, parts);
    }
    if (begins(line, at, known.commentStart())) {
      return open(
          known.commentEnd(), CodePart.COMMENT, line, at, known.commentStart().length(), parts);
    }
    for (String mark : known.longQuotes()) {
      if (line.startsWith(mark, at)) {
        return open(mark, CodePart.STRING, line, at, mark.length(), parts);
      }
    }
    if (known.quotes(c)) {
      return add(line, at, endOfText(line, at), CodePart.STRING, parts);
    }
    if (Character.isDigit(c)) {
      return add(line, at, endOfWord(line, at), CodePart.NUMBER, parts);
    }
    if (Character.isJavaIdentifierStart(c)) {
      int end = endOfWord(line, at);
      boolean keyword = known.isKeyword(line.substring(at, end));
      return add(line, at, end, keyword ? CodePart.KEYWORD : CodePart.PLAIN, parts);
    }
    return add(line, at, line.offsetByCodePoints(at, 1), CodePart.PLAIN, parts);
  }

  private int open(String until, CodePart part, String line, int at, int length, Parts parts) {
    open = until;
    openPart = part;
    if (length == 0) {
      return goOn(line, at, parts);
    }
    return add(line, at, at + length, part, parts);
  }

  private static int add(String line, int from, int to, CodePart part, Parts parts) {
    parts.add(line.substring(from, to), part);
    return to;
  }

  /** A hash within a word, such as in a shell's variable, begins no comment. */
  private static boolean beginsComment(String line, int at, Language known) {
    boolean begins = begins(line, at, known.lineComment());
    boolean hash = known.lineComment().equals("#");
    return begins && (!hash || at == 0 || Character.isWhitespace(line.charAt(at - 1)));
  }

  private static boolean begins(String line, int at, String mark) {
    return !mark.isEmpty() && line.startsWith(mark, at);
  }

  /** A text without its second mark is the mark alone, as an apostrophe in a sentence is. */
  private static int endOfText(String line, int at) {
    for (int end = at + 1; end < line.length(); end++) {
      if (line.charAt(end) == '\\') {
        end++;
      } else if (line.charAt(end) == line.charAt(at)) {
        return end + 1;
      }
    }
    return at + 1;
  }

  private static int endOfWord(String line, int at) {
    int end = at;
    while (end < line.length() && isOfWord(line, end)) {
      end++;
    }
    return end;
  }

  private static boolean isOfWord(String line, int at) {
    char c = line.charAt(at);
    boolean point = c == '.' && at > 0 && Character.isDigit(line.charAt(at - 1));
    return Character.isJavaIdentifierPart(c) || point;
  }

  /** Takes the parts of a line. */
  public interface Parts {
    /** Adds the next part. */
    void add(String text, CodePart part);
  }
}
