package io.sluice.json;

import java.nio.charset.StandardCharsets;

/**
 * What the payloads of a stream have in common, kept once for all of them: a payload in UTF-8, and
 * where the stretches stand in it that differ from one to the next. Immutable.
 */
final class Template {

  private final byte[] payload;
  private final int length;
  private final int[] from;
  private final int[] to;
  private final String[] own;
  private final int common;

  /** Keeps the arrays, which must not change any more. */
  Template(byte[] payload, int length, int[] from, int[] to) {
    this.payload = payload;
    this.length = length;
    this.from = from;
    this.to = to;
    this.own = new String[from.length];
    for (int gap = 0; gap < own.length; gap++) {
      own[gap] = text(from[gap], to[gap]);
    }
    this.common = filled().length();
  }

  /** What stands in a gap in this payload itself. */
  String own(int gap) {
    return own[gap];
  }

  /** The payload with these in its gaps, in their order. */
  String filled(String... fillings) {
    var json = new StringBuilder(length + 16);
    int at = 0;
    for (int gap = 0; gap < from.length; gap++) {
      json.append(text(at, from[gap]));
      if (gap < fillings.length) {
        json.append(fillings[gap]);
      }
      at = to[gap];
    }
    return json.append(text(at, length)).toString();
  }

  /** How many characters that has. */
  int length(String... fillings) {
    int sum = common;
    for (String filling : fillings) {
      sum += filling.length();
    }
    return sum;
  }

  /** Valid by itself, since gaps begin and end beside a quote. */
  private String text(int start, int end) {
    return new String(payload, start, end - start, StandardCharsets.UTF_8);
  }
}
