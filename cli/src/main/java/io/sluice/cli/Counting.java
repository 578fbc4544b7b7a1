package io.sluice.cli;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.sinks.tokens.TokenReport;
import io.sluice.tokens.ChatTokens;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.TokenCounts;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Sluice's own count of an answer and its prompt, beside whatever the server reports. */
final class Counting {
  private Counting() {}

  /** The count; without the prompt's where the request is not known. */
  static TokenReport of(Optional<ChatRequest> request, Completion completion) {
    ModelEncoding model = model(request.map(ChatRequest::model).orElse(""), completion.model());
    var tokens = new ChatTokens(new TokenCounts(), model);
    return new TokenReport(
        model.encoding(), request.map(tokens::prompt), tokens.answer(completion), Optional.empty());
  }

  /** A deployment may have any name; then the model that answers says more than the one asked. */
  private static ModelEncoding model(String asked, String answering) {
    return Stream.of(asked, answering)
        .map(ModelEncoding::of)
        .min(Comparator.comparing(ModelEncoding::basis))
        .orElseThrow();
  }
}
