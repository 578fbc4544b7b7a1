package io.sluice.json;

import java.nio.charset.StandardCharsets;

/**
 * The common part of a stream's payloads, kept once for all of them: a payload in UTF-8, and the
 * positions of the gaps that differ from one to the next. Immutable.
 */
final class Template {

  private final byte[] payload;
  private final int length;
  private final int[] from;
  private final int[] to;
  private final String[] own;
  private final int common;

  /** Creates a template; it keeps the arrays, which must not change any more. */
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

  /** The number of gaps. */
  int gaps() {
    return from.length;
  }

  /** The content of a gap in this payload itself. */
  String own(int gap) {
    return own[gap];
  }

  /** The payload with these texts in its gaps, in order. */
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

  /** The number of characters of the payload with these texts in its gaps. */
  int length(String... fillings) {
    int sum = common;
    for (String filling : fillings) {
      sum += filling.length();
    }
    return sum;
  }

  /** Always valid UTF-8, since gaps begin and end beside a quote. */
  private String text(int start, int end) {
    return new String(payload, start, end - start, StandardCharsets.UTF_8);
  }
}
