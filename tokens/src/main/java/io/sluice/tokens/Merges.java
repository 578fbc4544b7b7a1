package io.sluice.tokens;

import java.util.Arrays;

/**
 * Which two tokens each one is merged from. The token of a lower number is merged sooner. Immutable
 * once filled.
 */
final class Merges {

  private final int[] lefts;
  private final int[] rights;

  /** Tokens by their two parts; 0, which is a single byte in every vocabulary, where none is. */
  private final int[] table;

  /** For tokens of numbers below {@code numbers}, of which none is merged of others yet. */
  Merges(int numbers) {
    lefts = new int[numbers];
    rights = new int[numbers];
    table = new int[Integer.highestOneBit(numbers) << 2];
    Arrays.fill(lefts, Vocabulary.NONE);
  }

  /** Those two are merged to that token. */
  void put(int left, int right, int token) {
    lefts[token] = left;
    rights[token] = right;
    int slot = slot(left, right);
    while (table[slot] != 0) {
      slot = next(slot);
    }
    table[slot] = token;
  }

  /**
   * Whether two tokens stay as they are when their bytes are encoded together. Takes the merges on
   * both sides back, the latest first: where the parts that then touch would have merged before the
   * merge just taken back, encoding would have taken another way.
   */
  boolean apart(int first, int second) {
    int left = first;
    int right = second;
    int limit = Integer.MAX_VALUE;
    while (merged(left, right) >= limit) {
      boolean leftIsMerged = lefts[left] != Vocabulary.NONE;
      boolean rightIsMerged = lefts[right] != Vocabulary.NONE;
      if (!leftIsMerged && !rightIsMerged) {
        return true;
      }
      if (leftIsMerged && (left > right || !rightIsMerged)) {
        limit = left;
        left = rights[left];
      } else {
        // Of two merges of one rank the left one comes first, so here the touching parts win ties.
        limit = right + 1;
        right = lefts[right];
      }
    }
    return false;
  }

  /** The token that the two make, or a number above all. */
  private int merged(int left, int right) {
    for (int slot = slot(left, right); table[slot] != 0; slot = next(slot)) {
      int token = table[slot];
      if (lefts[token] == left && rights[token] == right) {
        return token;
      }
    }
    return Integer.MAX_VALUE;
  }

  private int next(int slot) {
    return (slot + 1) & (table.length - 1);
  }

  private int slot(int left, int right) {
    int mixed = (left * 0x9E3779B1) ^ (right * 0x85EBCA6B);
    return (mixed ^ (mixed >>> 15)) & (table.length - 1);
  }
}
