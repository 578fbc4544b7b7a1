package io.sluice.cli.screen;

import io.sluice.text.CellCluster;

/** Text by the cells it takes on a terminal at the most, unless ambiguous characters are wide. */
public final class Cells {
  private static final char ESCAPE = '\033';
  private static final String PLAIN = "\033[0m";

  private Cells() {}

  /** Returns as much of a text, colours and all, as fits into that many cells. */
  public static String cut(String text, int cells) {
    int used = 0;
    for (int at = 0; at < text.length(); at = next(text, at)) {
      used += at(text, at);
      if (used > cells) {
        String kept = text.substring(0, at);
        return kept.indexOf(ESCAPE) < 0 ? kept : kept + PLAIN;
      }
    }
    return text;
  }

  /** How many cells a text takes, colours apart. */
  public static int of(String text) {
    int cells = 0;
    for (int at = 0; at < text.length(); at = next(text, at)) {
      cells += at(text, at);
    }
    return cells;
  }

  /** Those of what begins there: a cluster of characters, or a sequence that sets a colour. */
  private static int at(String text, int at) {
    return text.charAt(at) == ESCAPE ? 0 : cluster(text, at).width().most();
  }

  private static int next(String text, int at) {
    if (text.charAt(at) == ESCAPE) {
      return text.indexOf('m', at) + 1;
    }
    var cluster = new CellCluster();
    int end = at;
    while (end < text.length() && cluster.add(text.codePointAt(end))) {
      end = text.offsetByCodePoints(end, 1);
    }
    return end;
  }

  private static CellCluster cluster(String text, int at) {
    var cluster = new CellCluster();
    int end = at;
    while (end < text.length() && cluster.add(text.codePointAt(end))) {
      end = text.offsetByCodePoints(end, 1);
    }
    return cluster;
  }
}
