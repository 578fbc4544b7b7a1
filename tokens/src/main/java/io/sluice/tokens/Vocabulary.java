package io.sluice.tokens;

import org.jspecify.annotations.Nullable;

/**
 * The tokens of an encoding: a trie of their bytes, each read from the last to the first, and which
 * two others each was merged from. Thread-safe, and some megabytes large.
 */
final class Vocabulary {

  /** Stands for no token. */
  static final int NONE = -1;

  private final Trie trie;
  private final Merges merges;
  private final int longest;

  /** Made when much is counted, because the first count must not wait for it. */
  private volatile @Nullable ShortTokens shortTokens;

  Vocabulary(Trie trie, Merges merges, int longest) {
    this.trie = trie;
    this.merges = merges;
    this.longest = longest;
  }

  /** How many bytes the longest token has. */
  int longest() {
    return longest;
  }

  /** Where one more byte in front leads to; {@link Trie#ROOT} if no token has it there. */
  int before(int node, byte next) {
    return trie.child(node, next & 0xFF);
  }

  /** The token whose bytes lead to {@code node}, or {@link #NONE}. */
  int token(int node) {
    return trie.token(node);
  }

  /** Which pieces of a few bytes are tokens; the first call takes some milliseconds. */
  ShortTokens shortTokens() {
    ShortTokens made = shortTokens;
    if (made == null) {
      made = ShortTokens.of(trie);
      shortTokens = made;
    }
    return made;
  }

  /** Whether the two stay what they are when the bytes of both are encoded together. */
  boolean apart(int first, int second) {
    return merges.apart(first, second);
  }
}
