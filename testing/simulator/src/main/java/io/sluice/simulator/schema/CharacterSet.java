package io.sluice.simulator.schema;

import java.util.BitSet;
import java.util.function.IntConsumer;

/** A class of characters in a pattern, such as {@code [a-z0-9_]}; the characters of ASCII only. */
final class CharacterSet {
  private static final int FIRST = 0x20;
  private static final int LAST = 0x7e;

  private final String pattern;
  private final BitSet members = new BitSet();
  private int at;

  /** Reads the class that begins after its bracket. */
  CharacterSet(String pattern, int start) {
    this.pattern = pattern;
    this.at = start;
  }

  /** A member of the class; tells where the class ends. */
  String pick(int variant, IntConsumer end) {
    boolean others = pattern.charAt(at) == '^';
    at += others ? 1 : 0;
    int start = at;
    while (pattern.charAt(at) != ']' || at == start) {
      member();
    }
    end.accept(at + 1);
    if (others) {
      members.flip(FIRST, LAST + 1);
      members.clear(0, FIRST);
    }
    return nth(members, variant);
  }

  private void member() {
    char from = pattern.charAt(at++);
    if (from == '\\') {
      char kind = pattern.charAt(at++);
      if ("dwsDWS".indexOf(kind) >= 0) {
        members.or(kind(kind));
        return;
      }
      from = control(kind);
    }
    char to = from;
    if (pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
      at++;
      to = pattern.charAt(at++);
      to = to == '\\' ? pattern.charAt(at++) : to;
    }
    members.set(from, Math.max(from, to) + 1);
  }

  /** What an escape outside of a class stands for. */
  static String escaped(char kind, int variant) {
    return "dwsDWS".indexOf(kind) >= 0 ? nth(kind(kind), variant) : String.valueOf(control(kind));
  }

  private static char control(char kind) {
    return switch (kind) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      default -> kind;
    };
  }

  private static BitSet kind(char kind) {
    var set = new BitSet();
    switch (Character.toLowerCase(kind)) {
      case 'd' -> set.set('0', '9' + 1);
      case 's' -> set.set(' ');
      default -> {
        set.set('a', 'z' + 1);
        set.set('A', 'Z' + 1);
        set.set('0', '9' + 1);
        set.set('_');
      }
    }
    if (Character.isUpperCase(kind)) {
      set.flip(FIRST, LAST + 1);
    }
    return set;
  }

  /** Letters and digits first, as they look better than marks. */
  private static String nth(BitSet set, int variant) {
    int[] plain = set.stream().filter(Character::isLetterOrDigit).toArray();
    int[] from = plain.length > 0 ? plain : set.stream().toArray();
    return from.length == 0 ? "" : Character.toString(from[variant % from.length]);
  }
}
