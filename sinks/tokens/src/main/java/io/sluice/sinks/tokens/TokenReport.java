package io.sluice.sinks.tokens;

import io.sluice.chat.Json;
import io.sluice.chat.Prices;
import io.sluice.chat.Usage;
import io.sluice.json.JsonWriter;
import io.sluice.json.UsageDetail;
import io.sluice.tokens.AnswerTokens;
import io.sluice.tokens.Basis;
import io.sluice.tokens.ChoiceTokens;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.TokenCount;
import io.sluice.tokens.prompt.PromptCount;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * The tokens of one run, as Sluice counts them and as the server reports them. Neither count
 * replaces the other.
 *
 * @param model what was counted with
 * @param prompt our count of the request; absent where the request is not known
 * @param answer our count of what could be seen of the answer
 * @param reported the server's figures, hidden reasoning included
 * @param prices what tokens cost, if the user said so
 */
public record TokenReport(
    ModelEncoding model,
    Optional<PromptCount> prompt,
    AnswerTokens answer,
    Optional<Usage> reported,
    Optional<Prices> prices) {

  /** Refuses null. */
  public TokenReport {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(prompt, "prompt");
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(reported, "reported");
    Objects.requireNonNull(prices, "prices");
  }

  /** The tokens of the answer, as Sluice counts them. */
  public TokenCount completion() {
    return answer.counted(model.basis());
  }

  /** The tokens of prompt and answer together, as Sluice counts them. */
  public TokenCount total() {
    return prompt.map(count -> completion().plus(count.counted())).orElseGet(this::completion);
  }

  /**
   * What it cost, by the server's figures or, if it left one out, by ours; absent without prices,
   * and where the server left one out and the request is not known.
   */
  public Optional<Cost> cost() {
    return prices.flatMap(
        price ->
            reported
                .filter(Usage::tellsAll)
                .map(usage -> cost(price, usage))
                .or(() -> prompt.map(count -> cost(price, count))));
  }

  private static Cost cost(Prices price, Usage usage) {
    BigDecimal amount =
        price.cost(
            usage.promptTokens(),
            UsageDetail.CACHE_READ.of(usage).orElse(0),
            usage.completionTokens());
    return new Cost(amount, price.currency(), true);
  }

  private Cost cost(Prices price, PromptCount count) {
    BigDecimal amount = price.cost(count.counted().tokens(), completion().tokens());
    return new Cost(amount, price.currency(), false);
  }

  /** A table for people, each line ending in LF. */
  public String text() {
    return new TokenTable(this).text();
  }

  /**
   * Returns the report as a JSON object on one line; {@code difference} is counted less reported.
   */
  public Json json() {
    return JsonWriter.json(
        json -> {
          counted(json);
          reported.ifPresent(usage -> json.object("reported", row -> figures(row, usage)));
          reported.ifPresent(usage -> json.object("difference", row -> differences(row, usage)));
          cost().ifPresent(cost -> json.field("cost", cost.json()));
        });
  }

  /** Returns the count by Sluice alone as a JSON object on one line. */
  public Json counted() {
    return JsonWriter.json(this::counted);
  }

  private void counted(JsonWriter json) {
    prompt.ifPresent(count -> json.field("prompt", count.counted().tokens()));
    json.field("completion", completion().tokens());
    json.field("total", total().tokens());
    json.field("encoding", model.encoding().word());
    json.field("basis", total().basis().word());
    prompt.ifPresent(count -> json.field("rule", count.rule()));
    if (answer.sum(ChoiceTokens::total) != answer.sum(ChoiceTokens::text)) {
      json.object("kinds", this::kinds);
    }
  }

  private void kinds(JsonWriter json) {
    json.field("text", answer.sum(ChoiceTokens::text));
    json.field("reasoning", answer.sum(ChoiceTokens::reasoning));
    json.field("refusal", answer.sum(ChoiceTokens::refusal));
    json.field("arguments", answer.sum(ChoiceTokens::arguments));
  }

  private static void figures(JsonWriter json, Usage usage) {
    if (usage.tellsPrompt()) {
      json.field("prompt", usage.promptTokens());
    }
    if (usage.tellsCompletion()) {
      json.field("completion", usage.completionTokens());
    }
    if (usage.tellsAll()) {
      json.field("total", usage.totalTokens());
    }
  }

  private void differences(JsonWriter json, Usage usage) {
    prompt
        .filter(count -> usage.tellsPrompt())
        .ifPresent(count -> json.field("prompt", count.counted().tokens() - usage.promptTokens()));
    if (usage.tellsCompletion()) {
      json.field("completion", completion().tokens() - usage.completionTokens());
    }
    prompt
        .filter(count -> usage.tellsAll())
        .ifPresent(count -> json.field("total", total().tokens() - usage.totalTokens()));
  }

  /** How far the whole is to be trusted. */
  Basis basis() {
    return total().basis();
  }
}
