package io.sluice.tokens;

import io.sluice.chat.Choice;
import io.sluice.chat.Completion;
import io.sluice.chat.Message;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What an answer costs as far as it can be seen.
 *
 * @param choices the choices there are, by their index
 */
public record AnswerTokens(List<ChoiceTokens> choices) {

  /** Copies the list. */
  public AnswerTokens {
    choices = List.copyOf(choices);
  }

  /** What an answer costs that has come as a whole. */
  public static AnswerTokens of(Completion completion, TokenEncoding encoding) {
    return new AnswerTokens(
        completion.choices().stream().map(choice -> count(choice, encoding)).toList());
  }

  private static ChoiceTokens count(Choice choice, TokenEncoding encoding) {
    Message message = choice.message();
    return new ChoiceTokens(
        choice.index(),
        TokenCounter.count(encoding, message.content().orElse("")),
        TokenCounter.count(encoding, message.reasoning().orElse("")),
        TokenCounter.count(encoding, message.refusal().orElse("")),
        Stream.concat(message.toolCalls().stream(), message.functionCall().stream())
            .mapToLong(call -> TokenCounter.count(encoding, call.arguments()))
            .sum());
  }

  /** The sum of one kind over all choices, such as {@code sum(ChoiceTokens::text)}. */
  public long sum(ToLongFunction<ChoiceTokens> kind) {
    return choices.stream().mapToLong(kind).sum();
  }

  /**
   * All together, by a model that is sure of its encoding that far. What a call costs beyond its
   * arguments is not known, so with calls it is an estimate.
   */
  public TokenCount counted(Basis encoding) {
    boolean plain = sum(ChoiceTokens::arguments) == 0;
    return new TokenCount(
        sum(ChoiceTokens::total), plain ? encoding : encoding.and(Basis.ESTIMATED));
  }
}
