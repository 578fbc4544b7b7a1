package io.sluice.cli.live;

import io.sluice.sink.Sink;
import io.sluice.stream.Chunk;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.TokenAccumulator;
import io.sluice.tokens.TokenCount;

/**
 * Counts the tokens of an answer as they come, for the status line. The first count loads a
 * vocabulary, so it wants a thread of its own. Mutable; for one run, read by any thread.
 */
public final class TokenMeter implements Sink {
  private final ModelEncoding model;
  private final TokenAccumulator counter;
  private volatile long tokens;

  /** Creates a meter that counts with the encoding of that model. */
  public TokenMeter(ModelEncoding model) {
    this.model = model;
    this.counter = TokenAccumulator.of(model.encoding());
  }

  @Override
  public void onChunk(Chunk chunk) {
    counter.add(chunk);
    tokens = counter.count();
  }

  /** The count of the answer so far. */
  public TokenCount counted() {
    return new TokenCount(tokens, model.basis());
  }
}
