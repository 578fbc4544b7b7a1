package io.sluice.tokens;

/**
 * Which pieces of up to {@value #LONGEST} bytes are one token: most pieces of a text are so short,
 * and one look at a table is quicker than a walk through a trie. Immutable.
 */
final class ShortTokens {

  /** What fits into a key beside its length. */
  static final int LONGEST = 7;

  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final int NO_KEY = 0;

  private final long[] keys;
  private final int shift;

  private ShortTokens(int tokens) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * tokens);
    keys = new long[1 << bits];
    shift = Long.SIZE - bits;
  }

  /** Those of a trie that reads tokens from their last byte to their first. */
  static ShortTokens of(Trie trie) {
    var found = new ShortTokens(trie.tokens(LONGEST));
    trie.forEachToken(LONGEST, (bytes, length) -> found.add(key(bytes, length)));
    return found;
  }

  /** The key of so many bytes, the last of which is the lowest. */
  static long key(long bytes, int length) {
    return (long) length << (Byte.SIZE * LONGEST) | bytes;
  }

  boolean contains(long key) {
    int at = (int) ((key * SPREAD) >>> shift);
    while (keys[at] != NO_KEY) {
      if (keys[at] == key) {
        return true;
      }
      at = (at + 1) & (keys.length - 1);
    }
    return false;
  }

  private void add(long key) {
    int at = (int) ((key * SPREAD) >>> shift);
    while (keys[at] != NO_KEY) {
      at = (at + 1) & (keys.length - 1);
    }
    keys[at] = key;
  }
}
