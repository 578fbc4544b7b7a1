package io.sluice.sinks.opentelemetry.plugin;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Choice;
import io.sluice.chat.Completion;
import io.sluice.chat.Message;
import io.sluice.chat.ToolCall;
import io.sluice.sinks.opentelemetry.CountedUsage;
import io.sluice.sinks.opentelemetry.UsageCounter;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.TokenCount;
import io.sluice.tokens.TokenCounter;
import io.sluice.tokens.prompt.PromptTokens;
import java.util.stream.Stream;

/** Counts the tokens of a request and of what can be seen of its answer. Stateless. */
final class CompletionCounter implements UsageCounter {

  @Override
  public CountedUsage count(ChatRequest request, Completion answer) {
    ModelEncoding model = ModelEncoding.of(request.model(), answer.model());
    TokenCount input = new PromptTokens(model).count(request).counted();
    long output =
        answer.choices().stream()
            .map(Choice::message)
            .flatMap(CompletionCounter::texts)
            .mapToLong(text -> TokenCounter.count(model.encoding(), text))
            .sum();
    return new CountedUsage(
        input.tokens(), output, input.plus(new TokenCount(output, model.basis())).basis().word());
  }

  private static Stream<String> texts(Message answer) {
    return Stream.of(
            answer.reasoning().stream(),
            answer.content().stream(),
            answer.refusal().stream(),
            Stream.concat(answer.toolCalls().stream(), answer.functionCall().stream())
                .map(ToolCall::arguments))
        .flatMap(texts -> texts);
  }
}
