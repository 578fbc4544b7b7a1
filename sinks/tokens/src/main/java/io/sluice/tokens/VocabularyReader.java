package io.sluice.tokens;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Reads what {@code VocabularyWriter} wrote: the trie's nodes and of each token the left one of the
 * two it is merged from. What follows from these is computed, which takes no longer than reading it
 * would. Mutable; for one vocabulary.
 */
final class VocabularyReader {

  private final byte[] labels;
  private final byte[] counts;
  private final byte[] ended;
  private final int[] ends;
  private final int[] lefts;
  private final byte[] leftLengths;
  private final int longest;

  private final int[] children;
  private final int[] parents;
  private final int[] tokens;

  private VocabularyReader(ByteBuffer in) {
    int numbers = in.getInt();
    int nodes = in.getInt();
    int endings = in.getInt();
    longest = in.getInt();
    labels = bytes(in, nodes);
    counts = bytes(in, nodes);
    ended = bytes(in, (nodes + 7) / 8);
    ends = numbers(in, endings);
    lefts = numbers(in, numbers);
    leftLengths = bytes(in, numbers);
    children = new int[nodes + 1];
    parents = new int[nodes];
    tokens = new int[nodes];
  }

  /** The vocabulary of that resource, of which tokens from number {@code end} on are left out. */
  static Vocabulary read(String resource, int end) {
    try (InputStream in = VocabularyReader.class.getResourceAsStream(resource)) {
      byte[] all = Objects.requireNonNull(in, resource).readAllBytes();
      return new VocabularyReader(ByteBuffer.wrap(all)).vocabulary(end);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static byte[] bytes(ByteBuffer in, int size) {
    byte[] bytes = new byte[size];
    in.get(bytes);
    return bytes;
  }

  private static int[] numbers(ByteBuffer in, int size) {
    byte[] low = bytes(in, size);
    byte[] middle = bytes(in, size);
    byte[] high = bytes(in, size);
    int[] numbers = new int[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = (low[i] & 0xFF) | ((middle[i] & 0xFF) << 8) | (high[i] << 16);
    }
    return numbers;
  }

  private Vocabulary vocabulary(int end) {
    link();
    place(end);
    return new Vocabulary(new Trie(children, labels, tokens), merges(), longest);
  }

  /** Children follow one another in the order of their parents. */
  private void link() {
    children[Trie.ROOT] = 1;
    int next = 1 + Trie.BYTES;
    for (int node = 1; node < labels.length; node++) {
      children[node] = next;
      int end = next + (counts[node] & 0xFF);
      while (next < end) {
        parents[next] = node;
        next++;
      }
    }
    children[labels.length] = next;
  }

  private void place(int end) {
    int next = 0;
    for (int node = 0; node < labels.length; node++) {
      tokens[node] = Vocabulary.NONE;
      if (((ended[node >> 3] >> (node & 7)) & 1) != 0) {
        if (ends[next] < end) {
          tokens[node] = ends[next];
        }
        next++;
      }
    }
  }

  /** What is left of a token without its left part is further up, where its last bytes lead. */
  private Merges merges() {
    var merges = new Merges(lefts);
    for (int node = 1 + Trie.BYTES; node < parents.length; node++) {
      int token = tokens[node];
      if (token != Vocabulary.NONE) {
        int right = node;
        for (int skipped = 0; skipped < leftLengths[token]; skipped++) {
          right = parents[right];
        }
        merges.put(token, tokens[right]);
      }
    }
    return merges;
  }
}
