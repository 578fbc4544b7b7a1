package io.sluice.tokens;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts the tokens of a text while it grows: after each {@link #append} the count is that of the
 * whole text so far, as if it had been encoded at once. What an append costs depends on its own
 * length only, and nothing is allocated. The encoding's vocabulary is read when the first counter
 * of the process is made for it, and shared by all.
 *
 * <p>What looks like a special token is counted as the text that it is. Characters have the classes
 * of Unicode 16, whatever the JDK knows. Half a surrogate pair counts as U+FFFD until the other
 * half comes.
 *
 * <p>Mutable; for one thread at a time. Some kilobytes large, however long the text.
 */
public final class TokenCounter {

  private final TokenEncoding encoding;
  private final CountedTail tail;
  private final Splitter splitter;
  private final CodePoints text;

  /** Where the end of the text is tried out; made when it is first needed. */
  private @Nullable TokenCounter trial;

  private TokenCounter(TokenEncoding encoding) {
    this.encoding = encoding;
    tail = new CountedTail(Vocabularies.of(encoding));
    splitter = encoding.splitter(tail);
    text = new CodePoints(splitter);
  }

  /** Returns a counter of that encoding, with an empty text. */
  public static TokenCounter of(TokenEncoding encoding) {
    return new TokenCounter(Objects.requireNonNull(encoding, "encoding"));
  }

  /** Returns the number of tokens of a whole text. */
  public static long count(TokenEncoding encoding, CharSequence text) {
    return of(encoding).append(text).count();
  }

  /** The encoding that this counter counts with. */
  public TokenEncoding encoding() {
    return encoding;
  }

  /** Appends text, which may begin or end inside a surrogate pair. */
  public TokenCounter append(CharSequence more) {
    text.append(more);
    return this;
  }

  /** Begins again with an empty text. */
  public TokenCounter clear() {
    text.end();
    tail.clear();
    return this;
  }

  /** The number of tokens of the text so far, if it ends here. */
  public long count() {
    return text.endsInHalfAPair() ? countWithReplacement() : tail.count();
  }

  private long countWithReplacement() {
    TokenCounter other = trial;
    if (other == null) {
      other = new TokenCounter(encoding);
      trial = other;
    }
    other.tail.copy(tail);
    other.splitter.copy(splitter);
    other.splitter.accept(CodePoints.REPLACEMENT);
    return other.tail.count();
  }
}
