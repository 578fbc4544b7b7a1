package io.sluice.simulator.gemini;

import io.sluice.simulator.chat.OfflineAnswers;
import io.sluice.simulator.chat.Thinking;
import io.sluice.simulator.chat.Thinking.Display;
import io.sluice.simulator.model.ReasoningEffort;
import io.sluice.simulator.request.RequestFields;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what a request says about thoughts: a level, or a budget of tokens. */
final class ThinkingReader {
  /** The budgets up to which the model thinks little. */
  private static final int MINIMAL_BUDGET = 512;

  private static final int LOW_BUDGET = 2048;
  private static final int MEDIUM_BUDGET = 12_288;

  private ThinkingReader() {}

  static Optional<Thinking> read(RequestFields config, String model) {
    Optional<RequestFields> thinking = config.object("thinkingConfig");
    Display display =
        thinking.filter(it -> it.flag("includeThoughts")).isPresent()
            ? Display.SHOWN
            : Display.HIDDEN;
    return thinking
        .flatMap(ThinkingReader::effort)
        .or(() -> OfflineAnswers.usualEffort(model))
        .map(effort -> new Thinking(effort, display));
  }

  private static Optional<ReasoningEffort> effort(RequestFields thinking) {
    Optional<ReasoningEffort> level =
        thinking
            .text("thinkingLevel")
            .map(word -> new RequestFields(thinking.path(), lowered(word)))
            .flatMap(lower -> lower.word("thinkingLevel", ReasoningEffort.words()))
            .map(word -> ReasoningEffort.valueOf(word.toUpperCase(Locale.ROOT)));
    return level.or(
        () ->
            thinking
                .whole("thinkingBudget", -1, Integer.MAX_VALUE)
                .map(tokens -> budget(tokens.intValue())));
  }

  private static Map<String, Object> lowered(String word) {
    return Map.of("thinkingLevel", word.toLowerCase(Locale.ROOT));
  }

  /** -1 leaves it to the model. */
  private static ReasoningEffort budget(int tokens) {
    if (tokens < 0) {
      return ReasoningEffort.MEDIUM;
    }
    if (tokens <= MINIMAL_BUDGET) {
      return tokens == 0 ? ReasoningEffort.NONE : ReasoningEffort.MINIMAL;
    }
    if (tokens <= LOW_BUDGET) {
      return ReasoningEffort.LOW;
    }
    return tokens <= MEDIUM_BUDGET ? ReasoningEffort.MEDIUM : ReasoningEffort.HIGH;
  }
}
