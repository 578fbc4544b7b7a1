package io.sluice.cli.archive;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.chat.Prices;
import io.sluice.settings.PriceList;
import io.sluice.sinks.tokens.Cost;
import io.sluice.sinks.tokens.TokenReport;
import io.sluice.tokens.AnswerTokens;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.prompt.PromptCount;
import io.sluice.tokens.prompt.PromptTokens;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sluice's own count of one run, and the cost of it: what the archive keeps, and what is said on
 * stderr and in the JSON object. Prompt and answer are counted when they are first asked for, and
 * once. Mutable; thread-safe.
 */
public final class RunTokens {
  private final Optional<ChatRequest> request;
  private final PriceList prices;
  private @Nullable ModelEncoding encoding;
  private Optional<PromptCount> prompt = Optional.empty();
  private @Nullable Completion counted;
  private @Nullable TokenReport report;

  private RunTokens(Optional<ChatRequest> request, PriceList prices) {
    this.request = request;
    this.prices = prices;
  }

  /**
   * The count of a run.
   *
   * @param request what is asked; a record may lack it
   */
  public static RunTokens of(Optional<ChatRequest> request, PriceList prices) {
    return new RunTokens(request, prices);
  }

  /** What is asked, if it is known. */
  public Optional<ChatRequest> request() {
    return request;
  }

  /** The model as a price list knows it: the one that was asked, or else the one that answered. */
  public String model(Completion completion) {
    return request.map(ChatRequest::model).orElse(completion.model());
  }

  /** Whether there are prices, but none for the model of this run. */
  public boolean isUnpriced(Completion completion) {
    return !prices.models().isEmpty() && prices(completion).isEmpty();
  }

  /** What the run cost; counts nothing where the settings have no price for its model. */
  public Optional<Cost> cost(Completion completion) {
    return prices(completion).flatMap(price -> report(completion).cost());
  }

  /** Counts the prompt, so that less is left to do at the end, when the user waits. */
  void warmUp() {
    report(Completion.empty());
  }

  /** The count of the prompt and of this answer, beside what the server reports. */
  public synchronized TokenReport report(Completion completion) {
    TokenReport known = report;
    if (known == null || counted == null || !completion.equals(counted)) {
      known = count(completion);
      counted = completion;
      report = known;
    }
    return known;
  }

  private TokenReport count(Completion completion) {
    String asked = request.map(ChatRequest::model).orElse("");
    ModelEncoding model = ModelEncoding.of(asked, completion.model());
    if (!model.equals(encoding)) {
      encoding = model;
      prompt = request.map(new PromptTokens(model)::count);
    }
    return new TokenReport(
        model,
        prompt,
        AnswerTokens.of(completion, model.encoding()),
        completion.usage(),
        prices(completion));
  }

  private Optional<Prices> prices(Completion completion) {
    return prices.of(request.map(ChatRequest::model).orElse(""), completion.model());
  }
}
