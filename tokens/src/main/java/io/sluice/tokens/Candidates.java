package io.sluice.tokens;

/**
 * The tokens in which a beginning of a piece may end, by their number: the shortest is 0. Mutable;
 * for one thread at a time.
 */
final class Candidates {

  private final Vocabulary vocabulary;

  private final int[] tokens;
  private final byte[] lengths;
  private long end;
  private int found;

  Candidates(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    tokens = new int[vocabulary.longest()];
    lengths = new byte[vocabulary.longest()];
  }

  /**
   * Finds those of a piece up to {@code end}, and tells the number of the longest. The latest bytes
   * of the piece are each at its index modulo the array's length.
   */
  int find(byte[] bytes, long end) {
    this.end = end;
    found = 0;
    int mask = bytes.length - 1;
    int reach = (int) Math.min(end, tokens.length);
    int node = Trie.ROOT;
    for (int length = 1; length <= reach; length++) {
      node = vocabulary.before(node, bytes[(int) (end - length) & mask]);
      if (node == Trie.ROOT) {
        break;
      }
      int token = vocabulary.token(node);
      if (token != Vocabulary.NONE) {
        tokens[found] = token;
        lengths[found] = (byte) length;
        found++;
      }
    }
    return found - 1;
  }

  /** The number of the one that starts there, or {@link Vocabulary#NONE}. */
  int startingAt(long start) {
    int candidate = found - 1;
    while (candidate >= 0 && start(candidate) < start) {
      candidate--;
    }
    return candidate >= 0 && start(candidate) == start ? candidate : Vocabulary.NONE;
  }

  int token(int candidate) {
    return tokens[candidate];
  }

  /** Where in the piece it starts. */
  long start(int candidate) {
    return end - (lengths[candidate] & 0xFF);
  }
}
