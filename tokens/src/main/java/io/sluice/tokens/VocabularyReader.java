package io.sluice.tokens;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/**
 * Reads what {@code VocabularyWriter} wrote: how long it is; of each node of the trie its label,
 * how many children it has and the token that ends there; of each token the left one of the two it
 * is merged from. What follows from these is computed, which takes no longer than reading it would;
 * all in one loop, which a cold JVM compiles once. Mutable; for one vocabulary.
 */
final class VocabularyReader {

  private static final int HEAD = 4 * Integer.BYTES;
  private static final int BYTES_OF_A_NUMBER = 3;

  private final byte[] bytes;
  private final int numbers;
  private final int nodes;
  private final int endings;
  private final int longest;

  private final int[] children;
  private final int[] parents;
  private final int[] tokens;
  private final Merges merges;

  private VocabularyReader(byte[] bytes) {
    this.bytes = bytes;
    ByteBuffer head = ByteBuffer.wrap(bytes);
    numbers = head.getInt();
    nodes = head.getInt();
    endings = head.getInt();
    longest = head.getInt();
    children = new int[nodes + 1];
    parents = new int[nodes];
    tokens = new int[nodes];
    merges = new Merges(numbers);
  }

  /** The vocabulary of that resource, of which tokens from number {@code end} on are left out. */
  static Vocabulary read(String resource, int end) {
    CharacterClasses.readBeside(); // They are wanted next, and take half as long.
    try (InputStream in = VocabularyReader.class.getResourceAsStream(resource);
        var data = new DataInputStream(Objects.requireNonNull(in, resource))) {
      // In one piece: collecting it in growing ones takes half as long again.
      byte[] bytes = new byte[data.readInt()];
      data.readFully(bytes);
      return new VocabularyReader(bytes).vocabulary(end);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Vocabulary vocabulary(int end) {
    int labelsAt = HEAD;
    int countsAt = labelsAt + nodes;
    int endedAt = countsAt + nodes;
    int endsAt = endedAt + (nodes + 7) / 8;
    int leftsAt = endsAt + BYTES_OF_A_NUMBER * endings;
    int ending = 0;
    int next = 1 + Trie.BYTES;
    children[Trie.ROOT] = 1;
    tokens[Trie.ROOT] = Vocabulary.NONE;
    for (int node = 1; node < nodes; node++) {
      children[node] = next;
      for (int count = bytes[countsAt + node] & 0xFF; count > 0; count--) {
        parents[next++] = node;
      }
      tokens[node] = Vocabulary.NONE;
      if (((bytes[endedAt + (node >> 3)] >> (node & 7)) & 1) != 0) {
        int token = number(endsAt + ending, endings);
        ending++;
        if (token < end) {
          tokens[node] = token;
          merge(node, token, leftsAt);
        }
      }
    }
    children[nodes] = next;
    byte[] labels = Arrays.copyOfRange(bytes, labelsAt, countsAt);
    return new Vocabulary(new Trie(children, labels, tokens), merges, longest);
  }

  /** What is left of a token without its left part is further up, where its last bytes lead. */
  private void merge(int node, int token, int leftsAt) {
    int left = number(leftsAt + token, numbers);
    if (left != Vocabulary.NONE) {
      int right = node;
      int skipped = bytes[leftsAt + BYTES_OF_A_NUMBER * numbers + token];
      for (; skipped > 0; skipped--) {
        right = parents[right];
      }
      merges.put(left, tokens[right], token);
    }
  }

  /** The lowest byte of a number is {@code size} before the middle one, and that as far before. */
  private int number(int at, int size) {
    return (bytes[at] & 0xFF) | ((bytes[at + size] & 0xFF) << 8) | (bytes[at + 2 * size] << 16);
  }
}
