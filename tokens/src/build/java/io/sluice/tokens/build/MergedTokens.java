package io.sluice.tokens.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds of which two each token is merged in the end: those that its bytes have become when all
 * merges of lower number are done. Mutable.
 */
final class MergedTokens {

  private record Pair(int left, int right) {}

  private final Map<Pair, Integer> merged = new HashMap<>();
  private final int[] singles = new int[256];

  private MergedTokens() {}

  /**
   * The left one of the two for each token, negative for single bytes.
   *
   * @throws IllegalStateException if a token cannot be merged of two
   */
  static int[] lefts(Tokens tokens) {
    var merges = new MergedTokens();
    int[] lefts = new int[tokens.size()];
    Arrays.fill(lefts, -1);
    for (int token = 0; token < lefts.length; token++) {
      byte[] bytes = tokens.bytes(token);
      if (bytes.length == 1) {
        merges.singles[bytes[0] & 0xFF] = token;
      } else if (bytes.length > 1) {
        Pair parts = merges.parts(bytes, token);
        merges.merged.put(parts, token);
        lefts[token] = parts.left();
      }
    }
    return lefts;
  }

  private Pair parts(byte[] bytes, int token) {
    List<Integer> parts = new ArrayList<>();
    for (byte single : bytes) {
      parts.add(singles[single & 0xFF]);
    }
    while (parts.size() > 2 && mergeFirst(parts)) {}
    if (parts.size() != 2) {
      throw new IllegalStateException("token " + token + " is not merged of two");
    }
    return new Pair(parts.get(0), parts.get(1));
  }

  /** Does the merge of the lowest number, if there is one. */
  private boolean mergeFirst(List<Integer> parts) {
    int lowest = Integer.MAX_VALUE;
    int at = -1;
    for (int i = 0; i + 1 < parts.size(); i++) {
      Integer token = merged.get(new Pair(parts.get(i), parts.get(i + 1)));
      if (token != null && token < lowest) {
        lowest = token;
        at = i;
      }
    }
    if (at < 0) {
      return false;
    }
    parts.set(at, lowest);
    parts.remove(at + 1);
    return true;
  }
}
