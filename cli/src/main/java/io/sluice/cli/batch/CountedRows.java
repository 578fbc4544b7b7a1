package io.sluice.cli.batch;

import io.sluice.batch.RowMeter;
import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.tokens.AnswerTokens;
import io.sluice.tokens.Basis;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.TokenCount;
import io.sluice.tokens.prompt.PromptTokens;

/** Counts the tokens of rows as their models do. */
final class CountedRows implements RowMeter {
  @Override
  public Count prompt(ChatRequest request) {
    TokenCount counted =
        new PromptTokens(ModelEncoding.of(request.model())).count(request).counted();
    return new Count(counted.tokens(), counted.basis() == Basis.EXACT);
  }

  @Override
  public long answer(ChatRequest request, Completion completion) {
    ModelEncoding model = ModelEncoding.of(request.model(), completion.model());
    return AnswerTokens.of(completion, model.encoding()).counted(Basis.ESTIMATED).tokens();
  }
}
