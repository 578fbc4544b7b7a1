package io.sluice.tokens;

import io.sluice.accumulate.Accumulator;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Folds chunks to what the answer costs so far: text, reasoning, refusal and the arguments of tool
 * calls apart, each choice apart. A token may span chunks, so what each costs does not add up; this
 * counts what has come as one, at the cost of what is added. Mutable; for one thread at a time.
 */
public final class TokenAccumulator implements Accumulator<AnswerTokens> {

  private final TokenEncoding encoding;
  private final Map<Integer, ChoiceCounter> choices = new TreeMap<>();
  private long count;

  private TokenAccumulator(TokenEncoding encoding) {
    this.encoding = encoding;
  }

  /** Returns an accumulator that counts with that encoding. */
  public static TokenAccumulator of(TokenEncoding encoding) {
    return new TokenAccumulator(Objects.requireNonNull(encoding, "encoding"));
  }

  @Override
  public void add(Chunk chunk) {
    for (Delta delta : chunk.deltas()) {
      if (delta.carriesTokens()) {
        count += choice(delta.choice()).add(delta);
      }
    }
  }

  private ChoiceCounter choice(int index) {
    ChoiceCounter known = choices.get(index);
    if (known != null) {
      return known;
    }
    var added = new ChoiceCounter(index, encoding);
    choices.put(index, added);
    return added;
  }

  /** The encoding that this accumulator counts with. */
  public TokenEncoding encoding() {
    return encoding;
  }

  /** The number of tokens of the whole answer so far. */
  public long count() {
    return count;
  }

  @Override
  public AnswerTokens result() {
    return new AnswerTokens(choices.values().stream().map(ChoiceCounter::result).toList());
  }
}
