package io.sluice.stages.breaks;

/**
 * Says where a text may be cut into pieces while it still grows. Where a piece ends depends on the
 * text alone and never on how much of it has come, so that any cuts of the deltas give the same
 * pieces. Stateless and thread-safe.
 */
public interface TextBreaks {

  /** Returned where more text could change the end of the piece. */
  int UNDECIDED = -1;

  /**
   * The end of the piece that begins at the start of the text.
   *
   * @param text the text from the start of the piece, as far as it has come; not empty
   * @param seen how much of it was there when it was undecided before
   * @return the length of the piece, from 1 to {@link #longest()}, or {@link #UNDECIDED}
   */
  int end(CharSequence text, int seen);

  /** The most characters that are held back: a piece is never longer. */
  int longest();

  /**
   * The end of a piece that is as long as it may be: before the second half of a pair of surrogates
   * a character sooner.
   */
  default int cut(CharSequence text) {
    int end = longest();
    boolean pair = Character.isHighSurrogate(text.charAt(end - 1));
    return pair && end > 1 ? end - 1 : end;
  }
}
