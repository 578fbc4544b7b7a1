package io.sluice.tokens;

import java.util.Arrays;
import java.util.function.Consumer;

/** Hands on the tokens of pieces when these are final. Mutable; for one thread at a time. */
final class ListedTail implements Tail {

  private static final int NO_MARK = -1;

  private final PieceEncoder encoder;
  private final Consumer<byte[]> tokens;
  private byte[] bytes = new byte[64];
  private int[] lengths = new int[64];
  private int length;
  private int last;
  private int mark = NO_MARK;

  ListedTail(Vocabulary vocabulary, Consumer<byte[]> tokens) {
    encoder = new PieceEncoder(vocabulary, new Candidates(vocabulary));
    this.tokens = tokens;
  }

  @Override
  public void append(int codePoint) {
    if (length + Integer.BYTES > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
      lengths = new int[bytes.length];
    }
    last = length;
    length += Utf8Writer.put(codePoint, bytes, length);
  }

  @Override
  public void mark() {
    mark = length;
  }

  @Override
  public void unmark() {
    mark = NO_MARK;
  }

  @Override
  public void cut() {
    if (mark != NO_MARK) {
      cut(mark);
      mark = NO_MARK;
    }
  }

  @Override
  public void cutBeforeLast() {
    cut(last);
  }

  @Override
  public void end() {
    cut();
    cut(length);
  }

  private void cut(int end) {
    encoder.reset();
    for (int i = 0; i < end; i++) {
      lengths[i] = encoder.appendByte(bytes[i]);
    }
    hand(end);
    System.arraycopy(bytes, end, bytes, 0, length - end);
    length -= end;
    last -= end;
  }

  /** The last token's length tells where the one before ends; so their order is turned round. */
  private void hand(int end) {
    int count = 0;
    for (int at = end; at > 0; count++) {
      int tokenLength = lengths[at - 1];
      at -= tokenLength;
      lengths[end - 1 - count] = tokenLength;
    }
    int from = 0;
    for (int i = end - count; i < end; i++) {
      tokens.accept(Arrays.copyOfRange(bytes, from, from + lengths[i]));
      from += lengths[i];
    }
  }
}
