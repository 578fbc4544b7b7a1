package io.sluice.cli.preview;

import io.sluice.chat.Json;
import io.sluice.chat.Prices;
import io.sluice.json.JsonWriter;
import io.sluice.json.tree.JsonTree;
import io.sluice.sinks.tokens.Cost;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cost of a request that was not sent.
 *
 * @param prompt the cost of the prompt, nothing of which is taken to be cached
 * @param most the tokens that the answers may have; empty if the request sets no limit
 * @param prices the prices of the model
 */
record RequestCost(BigDecimal prompt, Optional<Long> most, Prices prices) {
  private static final List<String> LIMITS =
      List.of("max_completion_tokens", "max_tokens", "max_output_tokens");

  /** More tokens than any answer has, and few enough to multiply. */
  private static final long MOST = 1L << 40;

  /**
   * The cost of a prompt of that many tokens.
   *
   * @param body the request as it is written, which says how long each answer may be and how many
   *     there are
   */
  static RequestCost of(Prices prices, long tokens, JsonTree body) {
    long choices = whole(body, "n").orElse(1L);
    Optional<Long> each = LIMITS.stream().flatMap(name -> whole(body, name).stream()).findFirst();
    return new RequestCost(prices.cost(tokens, 0), each.map(limit -> limit * choices), prices);
  }

  /** The line, such as {@code cost: prompt 0.0002 USD, answer at most 0.006 USD (1000 tokens)}. */
  String text() {
    String answer =
        most.map(tokens -> ", answer at most " + money(answer(tokens)) + " (" + tokens + " tokens)")
            .orElse(", answer without a limit");
    return "cost: prompt " + money(prompt) + answer;
  }

  /** The cost as a JSON object; without a limit it says nothing of the answer. */
  Json json() {
    return JsonWriter.json(
        json -> {
          json.field("prompt", number(prompt));
          most.map(this::answer)
              .ifPresent(
                  answer ->
                      json.field("answer_at_most", number(answer))
                          .field("total_at_most", number(prompt.add(answer))));
          json.field("currency", prices.currency());
        });
  }

  private BigDecimal answer(long tokens) {
    return prices.cost(0, tokens);
  }

  private String money(BigDecimal amount) {
    return Cost.text(amount, prices.currency());
  }

  private static Json number(BigDecimal amount) {
    return Json.verbatim(amount.toPlainString());
  }

  private static Optional<Long> whole(JsonTree body, String name) {
    return body.value(name).stream()
        .flatMap(value -> value instanceof JsonTree.Literal it ? Stream.of(it.text()) : Stream.of())
        .filter(text -> text.matches("\\d{1,18}"))
        .map(text -> Math.min(MOST, Long.parseLong(text)))
        .findFirst();
  }
}
