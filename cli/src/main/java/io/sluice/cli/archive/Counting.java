package io.sluice.cli.archive;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.sinks.tokens.TokenReport;
import io.sluice.tokens.AnswerTokens;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.prompt.PromptTokens;
import java.util.Optional;

/** Sluice's own count of an answer and its prompt, beside whatever the server reports. */
public final class Counting {
  private Counting() {}

  /** The count; without the prompt's where the request is not known. */
  public static TokenReport of(Optional<ChatRequest> request, Completion completion) {
    ModelEncoding model =
        ModelEncoding.of(request.map(ChatRequest::model).orElse(""), completion.model());
    return new TokenReport(
        model,
        request.map(new PromptTokens(model)::count),
        AnswerTokens.of(completion, model.encoding()),
        Optional.empty(),
        Optional.empty());
  }
}
