package io.sluice.tokens;

import org.jspecify.annotations.Nullable;

/**
 * Encodes one piece as its characters come. For each beginning of the piece it keeps the last token
 * of its encoding and how many tokens there are: the encoding of the next longer one ends in the
 * one token that stays apart from what is before it. Only as many beginnings are kept as the
 * longest token can reach back, so that the size does not grow with the piece.
 *
 * <p>Mutable; for one thread at a time.
 */
final class PieceEncoder {

  private static final int KEPT = 256;
  private static final int MASK = KEPT - 1;

  /** A piece of so many bytes is looked at for repetitions. */
  private static final int LONG = 2 * KEPT;

  /** So many pieces are looked up in the trie before a table for the short ones is made. */
  private static final int MANY = 4_000;

  private final Vocabulary vocabulary;

  /**
   * How many bytes may wait to be encoded: most pieces turn out to be one token. The last ones
   * encoded are still there then, as far back as a repetition can reach.
   */
  private final int patience;

  private final byte[] bytes = new byte[KEPT];
  private final int[] lasts = new int[KEPT];
  private final int[] counts = new int[KEPT];
  private final byte[] lengths = new byte[KEPT];
  private final Candidates candidates;
  private @Nullable ShortTokens shortTokens;
  private int lookedUp;
  private long length;
  private long encoded;

  /** Where the last token starts that was encoded. */
  private long start;

  private long counted;
  private int count;

  /** After how many bytes all repeats itself; 0 if it does not, as far as is known. */
  private int period;

  private long nextLook = LONG;

  /** Makes one that uses {@code candidates} whenever it encodes, and between these not. */
  PieceEncoder(Vocabulary vocabulary, Candidates candidates) {
    this.vocabulary = vocabulary;
    this.candidates = candidates;
    patience = KEPT - vocabulary.longest() - 2 * Integer.BYTES;
  }

  /** Begins another piece. */
  void reset() {
    length = 0;
    encoded = 0;
    start = 0;
    counted = 0;
    count = 0;
    period = 0;
    nextLook = LONG;
  }

  /** Becomes what the other is. */
  void copy(PieceEncoder other) {
    System.arraycopy(other.bytes, 0, bytes, 0, KEPT);
    System.arraycopy(other.lasts, 0, lasts, 0, KEPT);
    System.arraycopy(other.counts, 0, counts, 0, KEPT);
    System.arraycopy(other.lengths, 0, lengths, 0, KEPT);
    length = other.length;
    encoded = other.encoded;
    start = other.start;
    counted = other.counted;
    count = other.count;
    period = other.period;
    nextLook = other.nextLook;
  }

  void append(int codePoint) {
    if (length - encoded > patience) {
      encode(length);
    }
    length += Utf8Writer.put(codePoint, bytes, (int) length);
  }

  /** Appends one byte, and tells how long the last token then is. */
  int appendByte(byte next) {
    bytes[(int) length & MASK] = next;
    length++;
    encode(length);
    return (int) (length - start);
  }

  /** How many tokens the piece is so far. */
  int count() {
    if (counted != length) {
      count = count(length);
      counted = length;
    }
    return count;
  }

  /** How many tokens the piece is without the code point appended last. */
  int countBeforeLast() {
    long end = length - 1;
    while ((bytes[(int) end & MASK] & 0xC0) == 0x80) {
      end--;
    }
    return count(end);
  }

  private int count(long end) {
    if (end <= vocabulary.longest() && areOne((int) end)) {
      return 1;
    }
    encode(end);
    return end == 0 ? 0 : counts[(int) end & MASK];
  }

  private boolean areOne(int end) {
    ShortTokens quick = shortTokens;
    if (quick == null) {
      lookedUp++;
      shortTokens = lookedUp < MANY ? null : vocabulary.shortTokens();
    } else if (end <= ShortTokens.LONGEST) {
      return quick.contains(ShortTokens.key(firstBytes(end), end));
    }
    int node = Trie.ROOT;
    for (int i = end - 1; i >= 0; i--) {
      node = vocabulary.before(node, bytes[i]);
      if (node == Trie.ROOT) {
        return false;
      }
    }
    return vocabulary.token(node) != Vocabulary.NONE;
  }

  private long firstBytes(int end) {
    long packed = 0;
    for (int i = 0; i < end; i++) {
      packed = packed << Byte.SIZE | (bytes[i] & 0xFF);
    }
    return packed;
  }

  private void encode(long end) {
    while (encoded < end) {
      encoded++;
      if (period == 0 || !repeat()) {
        search();
      }
      if (encoded == nextLook) {
        period = period();
        nextLook += KEPT;
      }
    }
  }

  private void search() {
    int longest = candidates.find(bytes, encoded);
    // Mostly the last token has just grown.
    int candidate = candidates.startingAt(start);
    if (candidate == Vocabulary.NONE || !follows(candidate)) {
      candidate = longest;
      while (!follows(candidate)) {
        candidate--;
      }
    }
    start = candidates.start(candidate);
    int now = (int) encoded & MASK;
    lasts[now] = candidates.token(candidate);
    lengths[now] = (byte) (encoded - start);
    counts[now] = 1 + (start == 0 ? 0 : counts[(int) start & MASK]);
  }

  /**
   * Repeats what was found a period ago, if the byte is the same as then. The result of a search
   * depends on nothing but the bytes and the last tokens within the reach of the longest token, and
   * these have been the same for that long.
   */
  private boolean repeat() {
    int now = (int) encoded & MASK;
    int then = (int) (encoded - period) & MASK;
    if (bytes[now - 1 & MASK] != bytes[then - 1 & MASK]) {
      period = 0;
      nextLook = encoded + LONG;
      return false;
    }
    int before = now - 1 & MASK;
    int each = counts[before] - counts[before - period & MASK];
    lasts[now] = lasts[then];
    lengths[now] = lengths[then];
    counts[now] = counts[then] + each;
    start = encoded - (lengths[now] & 0xFF);
    return true;
  }

  /** The shortest period that all had within the reach of the longest token; 0 if there is none. */
  private int period() {
    for (int each = 1; each <= KEPT - vocabulary.longest(); each++) {
      if (repeats(each)) {
        return each;
      }
    }
    return 0;
  }

  private boolean repeats(int each) {
    int last = (int) encoded & MASK;
    int grown = counts[last] - counts[last - each & MASK];
    for (int back = 0; back < vocabulary.longest(); back++) {
      int now = last - back & MASK;
      int then = now - each & MASK;
      if (lasts[now] != lasts[then]
          || bytes[now - 1 & MASK] != bytes[then - 1 & MASK]
          || counts[now] - counts[then] != grown) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is the last token, of which there is always one and no other. */
  private boolean follows(int candidate) {
    long begin = candidates.start(candidate);
    return begin == 0 || vocabulary.apart(lasts[(int) begin & MASK], candidates.token(candidate));
  }
}
