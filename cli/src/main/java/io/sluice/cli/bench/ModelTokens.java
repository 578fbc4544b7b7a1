package io.sluice.cli.bench;

import io.sluice.bench.measure.TextTokens;
import io.sluice.tokens.Basis;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.TokenCounter;

/**
 * Counts answers with the encoding of a model. Thread-safe.
 *
 * @param model how the tokens of the model are counted
 */
record ModelTokens(ModelEncoding model) implements TextTokens.Factory {

  @Override
  public TextTokens counter() {
    TokenCounter counter = TokenCounter.of(model.encoding());
    return more -> counter.append(more).count();
  }

  @Override
  public boolean isEstimate() {
    return model.basis() == Basis.ESTIMATED;
  }
}
