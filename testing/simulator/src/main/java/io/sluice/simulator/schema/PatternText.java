package io.sluice.simulator.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes texts that match a regular expression of the usual parts: letters, classes, groups,
 * alternatives and repetitions. Mutable, one text.
 */
final class PatternText {
  private static final int LONGEST = 2000;

  /** Thrown inside for a pattern with other parts, such as look-ahead. */
  private static final class UnknownPart extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownPart() {
      super("", null, false, false);
    }
  }

  private final String pattern;
  private final int extra;
  private final int variant;
  private int at;

  private PatternText(String pattern, int extra, int variant) {
    this.pattern = pattern;
    this.extra = extra;
    this.variant = variant;
  }

  /**
   * A text that should match.
   *
   * @param extra how often each repetition is repeated beyond its least, as far as it may be
   * @param variant another number gives another text, if there is one
   * @return empty if the pattern has parts that are not known
   */
  static Optional<String> of(String pattern, int extra, int variant) {
    try {
      var text = new PatternText(pattern, extra, variant);
      String made = text.alternatives();
      return text.at == pattern.length() ? Optional.of(made) : Optional.empty();
    } catch (UnknownPart | IndexOutOfBoundsException unknown) {
      return Optional.empty();
    }
  }

  private String alternatives() {
    List<String> branches = new ArrayList<>();
    branches.add(sequence());
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      branches.add(sequence());
    }
    return branches.get(variant % branches.size());
  }

  private String sequence() {
    var text = new StringBuilder();
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      String part = atom();
      int times = times();
      if ((long) part.length() * times + text.length() > LONGEST) {
        throw new UnknownPart();
      }
      text.append(part.repeat(times));
    }
    return text.toString();
  }

  private String atom() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '^', '$' -> "";
      case '.' -> letter();
      case '(' -> group();
      case '[' -> new CharacterSet(pattern, at).pick(variant, end -> at = end);
      case '\\' -> escape();
      case '*', '+', '?', '{' -> throw new UnknownPart();
      default -> String.valueOf(c);
    };
  }

  private String letter() {
    return String.valueOf((char) ('a' + variant % 26));
  }

  private String group() {
    if (pattern.startsWith("?:", at)) {
      at += 2;
    } else if (pattern.startsWith("?<", at) && Character.isLetter(pattern.charAt(at + 2))) {
      at = pattern.indexOf('>', at) + 1;
    } else if (pattern.charAt(at) == '?') {
      throw new UnknownPart();
    }
    String inner = alternatives();
    at++;
    return inner;
  }

  private String escape() {
    char c = pattern.charAt(at++);
    if (c == 'b' || c == 'A' || c == 'Z' || c == 'z') {
      return "";
    }
    if (Character.isDigit(c) || "BkpPxuQE".indexOf(c) >= 0) {
      throw new UnknownPart();
    }
    return CharacterSet.escaped(c, variant);
  }

  /** The number of repetitions of what precedes. */
  private int times() {
    if (at == pattern.length()) {
      return 1;
    }
    int times =
        switch (pattern.charAt(at)) {
          case '?' -> bounded(0, 1);
          case '*' -> bounded(0, Integer.MAX_VALUE);
          case '+' -> bounded(1, Integer.MAX_VALUE);
          case '{' -> braces();
          default -> -1;
        };
    if (times < 0) {
      return 1;
    }
    at++;
    if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == '+')) {
      at++;
    }
    return times;
  }

  private int braces() {
    int end = pattern.indexOf('}', at);
    String[] bounds = pattern.substring(at + 1, end).split(",", -1);
    at = end;
    try {
      int least = Integer.parseInt(bounds[0]);
      boolean open = bounds.length > 1 && bounds[1].isEmpty();
      return bounded(least, open ? Integer.MAX_VALUE : Integer.parseInt(bounds[bounds.length - 1]));
    } catch (NumberFormatException noNumber) {
      throw new UnknownPart();
    }
  }

  private int bounded(int least, int most) {
    return (int) Math.min(Math.min(most, LONGEST + 1L), (long) least + extra);
  }
}
