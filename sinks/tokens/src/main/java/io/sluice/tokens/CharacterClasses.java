package io.sluice.tokens;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;

/**
 * The classes of characters by which encodings split a text, as one version of Unicode has them,
 * whatever the version of the JDK is: OpenAI's own tokenizer knows Unicode 16, JDK 17 knows 13.
 */
final class CharacterClasses {

  /** Punctuation, symbols, controls, and what no version of Unicode assigns. */
  static final byte OTHER = 0;

  /** Lu and Lt. */
  static final byte UPPER = 1;

  /** Ll. */
  static final byte LOWER = 2;

  /** Lm and Lo, letters that have no case. */
  static final byte UNCASED = 3;

  /** Mn, Mc and Me. */
  static final byte MARK = 4;

  /** Nd, Nl and No. */
  static final byte NUMBER = 5;

  /** White space but for line ends. */
  static final byte SPACE = 6;

  /** CR and LF. */
  static final byte LINE_END = 7;

  private static final String RESOURCE = "character-classes.txt";
  private static final String LETTERS = " ULOMNSE";

  private CharacterClasses() {}

  /** The class of every code point, by the table in the resources. */
  static byte[] read() {
    try (InputStream in = CharacterClasses.class.getResourceAsStream(RESOURCE)) {
      return read(Objects.requireNonNull(in, RESOURCE).readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static byte[] read(byte[] table) {
    byte[] classes = new byte[Character.MAX_CODE_POINT + 1];
    int at = 0;
    while (at < table.length) {
      int end = at;
      while (table[end] != '\n') {
        end++;
      }
      if (table[at] != '#') {
        fill(classes, table, at, end);
      }
      at = end + 1;
    }
    return classes;
  }

  private static void fill(byte[] classes, byte[] table, int from, int end) {
    int first = 0;
    int last = 0;
    for (int at = from; at < end - 2; at++) {
      if (table[at] == ' ') {
        first = last;
        last = 0;
      } else {
        last = (last << 4) | Character.digit(table[at], 16);
      }
    }
    byte kind = (byte) LETTERS.indexOf(table[end - 1]);
    Arrays.fill(classes, first, last + 1, kind);
  }
}
