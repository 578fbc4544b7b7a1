package io.sluice.server.runs;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.Outcome;
import io.sluice.tokens.AnswerTokens;
import io.sluice.tokens.Basis;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.TokenCount;
import io.sluice.tokens.TokenEncoding;
import io.sluice.tokens.prompt.PromptTokens;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How many tokens a run has up to a line, as the encoding of its model counts them.
 *
 * @param line the number of the last line that is counted
 * @param prompt the tokens of the request; empty if it is not known
 * @param completion the tokens of the answer up to that line
 * @param basis how far the count is to be trusted
 * @param encoding what was counted with
 */
public record TokenFigures(
    long line, OptionalLong prompt, long completion, Basis basis, TokenEncoding encoding) {

  static TokenFigures of(
      long line, ModelEncoding model, Optional<TokenCount> prompt, AnswerTokens answer) {
    TokenCount completion = answer.counted(model.basis());
    return new TokenFigures(
        line,
        prompt.map(count -> OptionalLong.of(count.tokens())).orElse(OptionalLong.empty()),
        completion.tokens(),
        prompt.map(completion::plus).orElse(completion).basis(),
        model.encoding());
  }

  /** The count of a whole run, which takes as long as the answer is long. */
  static TokenFigures of(long line, Optional<ChatRequest> request, Outcome outcome) {
    var model =
        ModelEncoding.of(request.map(ChatRequest::model).orElse(""), outcome.completion().model());
    return of(
        line,
        model,
        request.map(asked -> new PromptTokens(model).count(asked).counted()),
        AnswerTokens.of(outcome.completion(), model.encoding()));
  }
}
