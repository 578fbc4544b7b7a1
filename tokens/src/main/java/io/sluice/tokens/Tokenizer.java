package io.sluice.tokens;

import java.util.Objects;
import java.util.function.Consumer;

/**
 * Splits a text into its tokens while it grows, and hands on each as its bytes: one may be part of
 * a character only. A token is handed on when nothing that comes after can change it. Where only a
 * number is needed, {@link TokenCounter} is faster and small. Mutable; for one thread at a time.
 */
public final class Tokenizer {

  private final CodePoints text;

  private Tokenizer(TokenEncoding encoding, Consumer<byte[]> tokens) {
    var tail = new ListedTail(Vocabularies.of(encoding), tokens);
    text = new CodePoints(encoding.splitter(tail));
  }

  /** Hands the tokens of that encoding on to {@code tokens}, on the thread that appends. */
  public static Tokenizer of(TokenEncoding encoding, Consumer<byte[]> tokens) {
    return new Tokenizer(
        Objects.requireNonNull(encoding, "encoding"), Objects.requireNonNull(tokens, "tokens"));
  }

  /** Appends text, which may begin or end inside a surrogate pair. */
  public Tokenizer append(CharSequence more) {
    text.append(more);
    return this;
  }

  /** The text is whole: hands on what was held back. Another one may follow. */
  public void end() {
    text.end();
  }
}
