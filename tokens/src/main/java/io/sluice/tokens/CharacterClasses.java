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

  /** The class of every code point; read once, which others then wait for. */
  static byte[] table() {
    return Table.READ;
  }

  /** Begins to read the table on a thread that ends with it. */
  static void readBeside() {
    var beside = new Thread(new Reading(), "sluice-character-classes");
    beside.setDaemon(true);
    beside.start();
  }

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
    int first = 0;
    int last = 0;
    for (int at = firstRow(table); at < table.length; at++) {
      byte next = table[at];
      if (next == ' ' && table[at + 2] != '\n') {
        first = last;
        last = 0;
      } else if (next == ' ') {
        Arrays.fill(classes, first, last + 1, (byte) LETTERS.indexOf(table[at + 1]));
        last = 0;
        at += 2;
      } else {
        last = (last << 4) + (next <= '9' ? next - '0' : next - 'a' + 10);
      }
    }
    return classes;
  }

  /** No lambda: the first one of a process takes longer than the reading. */
  private static final class Reading implements Runnable {
    @Override
    public void run() {
      table();
    }
  }

  private static final class Table {
    static final byte[] READ = read();
  }

  /** The rows stand below what explains them. */
  private static int firstRow(byte[] table) {
    int at = 0;
    while (table[at] == '#') {
      while (table[at] != '\n') {
        at++;
      }
      at++;
    }
    return at;
  }
}
