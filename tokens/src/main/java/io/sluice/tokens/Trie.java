package io.sluice.tokens;

/**
 * A trie in breadth-first order: the children of a node are neighbours, ascending by their labels,
 * and the root has one for every byte. Immutable.
 */
final class Trie {

  /** Where every search begins, and therefore what no child is. */
  static final int ROOT = 0;

  static final int BYTES = 256;

  private static final int FEW = 8;

  private final int[] children;
  private final byte[] labels;
  private final int[] tokens;

  /** The nodes two steps below the root, where the siblings are many. */
  private final int[] second = new int[BYTES * BYTES];

  /**
   * Keeps the arrays.
   *
   * @param children each node's first child, and at the end the number of nodes
   * @param labels the byte that leads to each node
   * @param tokens the token that ends at each node, or {@link Vocabulary#NONE}
   */
  Trie(int[] children, byte[] labels, int[] tokens) {
    this.children = children;
    this.labels = labels;
    this.tokens = tokens;
    for (int node = 1; node <= BYTES; node++) {
      for (int child = children[node]; child < children[node + 1]; child++) {
        second[(node - 1) * BYTES + (labels[child] & 0xFF)] = child;
      }
    }
  }

  int token(int node) {
    return tokens[node];
  }

  /** The child of that label, or {@link #ROOT} for none. */
  int child(int node, int label) {
    if (node == ROOT) {
      return 1 + label;
    }
    return node <= BYTES ? second[(node - 1) * BYTES + label] : search(node, label);
  }

  /** How many tokens there are of so many bytes or fewer. */
  int tokens(int longest) {
    int[] found = new int[1];
    forEachToken(longest, (bytes, length) -> found[0]++);
    return found[0];
  }

  /** Tells all tokens of so many bytes or fewer, the byte nearest the root being the lowest. */
  void forEachToken(int longest, TokenVisitor visitor) {
    int from = 1;
    long[] level = new long[BYTES];
    for (int label = 0; label < BYTES; label++) {
      level[label] = label;
    }
    for (int length = 1; length <= longest; length++) {
      int to = from + level.length;
      long[] next = new long[children[to] - to];
      for (int node = from; node < to; node++) {
        long bytes = level[node - from];
        if (tokens[node] != Vocabulary.NONE) {
          visitor.token(bytes, length);
        }
        for (int child = children[node]; child < children[node + 1]; child++) {
          next[child - to] = (labels[child] & 0xFFL) << (Byte.SIZE * length) | bytes;
        }
      }
      from = to;
      level = next;
    }
  }

  private int search(int node, int label) {
    int low = children[node];
    int high = children[node + 1];
    while (high - low > FEW) {
      int middle = (low + high) >>> 1;
      if ((labels[middle] & 0xFF) <= label) {
        low = middle;
      } else {
        high = middle;
      }
    }
    for (int child = low; child < high; child++) {
      if ((labels[child] & 0xFF) == label) {
        return child;
      }
    }
    return ROOT;
  }

  /** Is told of tokens. */
  @FunctionalInterface
  interface TokenVisitor {
    void token(long bytes, int length);
  }
}
