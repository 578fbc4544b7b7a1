package io.sluice.sinks.console.code;

import io.sluice.text.CodeLanguage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The languages whose code is coloured, as far as colours need to know them. */
enum Language {
  JAVA(
      "java",
      "abstract assert boolean break byte case catch char class const continue default do double"
          + " else enum extends false final finally float for if implements import instanceof int"
          + " interface long native new null package permits private protected public record return"
          + " sealed short static strictfp super switch synchronized this throw throws transient"
          + " true try var void volatile while yield",
      Comments.C),
  KOTLIN(
      "kotlin",
      "abstract as break by catch class companion const constructor continue crossinline data do"
          + " else enum false finally for fun get if import in infix init inline interface internal"
          + " is lateinit null object open operator out override package private protected public"
          + " return sealed set suspend super this throw true try typealias val var when where"
          + " while",
      Comments.C),
  PYTHON(
      "python",
      "False None True and as assert async await break case class continue def del elif else except"
          + " finally for from global if import in is lambda match nonlocal not or pass raise"
          + " return try while with yield",
      Comments.HASH),
  JAVASCRIPT(
      "javascript jsx typescript tsx",
      "abstract any as async await boolean break case catch class const continue debugger declare"
          + " default delete do else enum export extends false finally for from function get if"
          + " implements import in instanceof interface keyof let namespace new null number of"
          + " private protected public readonly return set static string super switch this throw"
          + " true try type typeof undefined unknown var void while with yield",
      Comments.C),
  GO(
      "go",
      "any bool break byte case chan const continue default defer else error fallthrough false for"
          + " func go goto if import int interface map nil package range return rune select string"
          + " struct switch true type var",
      Comments.C),
  RUST(
      "rust",
      "Self as async await break const continue crate dyn else enum extern false fn for if impl in"
          + " let loop match mod move mut pub ref return self static struct super trait true type"
          + " unsafe use where while",
      Comments.C),
  C(
      "c cpp csharp",
      "alignas alignof auto bool break case catch char class concept const constexpr consteval"
          + " continue decltype default define delete do double else endif enum explicit extern"
          + " false float for friend goto if ifdef ifndef include inline int long namespace new"
          + " noexcept nullptr operator override private protected public register requires return"
          + " short signed sizeof static struct switch template this throw true try typedef"
          + " typename union unsigned using virtual void volatile while",
      Comments.C),
  SHELL(
      "bash zsh console",
      "case do done elif else esac exit export fi for function if in local return select set shift"
          + " source then trap unset until while",
      Comments.HASH),
  JSON("json jsonc json5 jsonl", "true false null", Comments.C),
  YAML("yaml toml", "true false null yes no on off", Comments.HASH),
  SQL(
      "sql",
      "add all alter and as asc begin between by case check column commit constraint create cross"
          + " database default delete desc distinct drop else end except exists false foreign from"
          + " full group having if in index inner insert intersect into is join key left like limit"
          + " not null offset on or order outer over partition primary references returning right"
          + " rollback select set table then transaction true union unique update using values view"
          + " when where with",
      Comments.SQL),
  HTML("html xml svg xhtml vue", "", Comments.HTML);

  @SuppressWarnings("ImmutableEnumChecker") // Nobody can change what List.of made.
  private final List<String> names;

  @SuppressWarnings("ImmutableEnumChecker") // Nor what Set.of made.
  private final Set<String> keywords;

  private final Comments comments;

  Language(String names, String keywords, Comments comments) {
    this.names = List.of(names.split(" ", -1));
    this.keywords = Set.of(keywords.split(" ", -1));
    this.comments = comments;
  }

  /**
   * The language of that name, or another name of it, in any case; empty if its code is not
   * coloured.
   */
  static Optional<Language> of(String name) {
    String known = CodeLanguage.name(name);
    for (Language language : values()) {
      if (language.names.contains(known)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  boolean isKeyword(String word) {
    return keywords.contains(this == SQL ? word.toLowerCase(Locale.ROOT) : word);
  }

  /** What begins a comment that lasts until the end of its line; empty if nothing does. */
  String lineComment() {
    return comments.line;
  }

  /** What begins a comment that lasts until {@link #commentEnd}; empty if nothing does. */
  String commentStart() {
    return comments.start;
  }

  String commentEnd() {
    return comments.end;
  }

  /** Whether that mark opens a text; behind a lifetime of Rust there is no second mark. */
  boolean quotes(char mark) {
    return mark == '"' || (mark == '\'' && this != RUST) || (mark == '`' && hasBackticks());
  }

  /** The marks that open a text of several lines. */
  List<String> longQuotes() {
    return switch (this) {
      case PYTHON -> List.of("\"\"\"", "'''");
      case JAVA, KOTLIN -> List.of("\"\"\"");
      case JAVASCRIPT, GO -> List.of("`");
      default -> List.of();
    };
  }

  private boolean hasBackticks() {
    return this == SHELL || this == SQL;
  }

  /** The comments of a family of languages. */
  private enum Comments {
    C("//", "/*", "*/"),
    HASH("#", "", ""),
    SQL("--", "/*", "*/"),
    HTML("", "<!--", "-->");

    private final String line;
    private final String start;
    private final String end;

    Comments(String line, String start, String end) {
      this.line = line;
      this.start = start;
      this.end = end;
    }
  }
}
