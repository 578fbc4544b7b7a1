package io.sluice.cli.report;

import io.sluice.chat.FinishReason;
import io.sluice.cli.terminal.Figures;
import io.sluice.cli.terminal.TerminalText;
import io.sluice.stream.Outcome;
import io.sluice.stream.Timing;
import io.sluice.tokens.TokenCount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An answer in one line, such as {@code completed (stop) · 184 tokens · first token 412 ms · 41
 * tok/s · 4.9 s}.
 */
public final class Summary {
  private Summary() {}

  /**
   * Of an answer that has ended.
   *
   * @param tokens of all that came
   * @param before the time spent on attempts that failed, which counts too
   */
  public static String of(Outcome outcome, TokenCount tokens, Duration before) {
    Timing timing = outcome.timing();
    List<String> parts = new ArrayList<>();
    parts.add(ending(outcome));
    parts.add(Figures.tokens(tokens));
    timing
        .firstToken()
        .map(first -> "first token " + Figures.time(before.plus(first)))
        .ifPresent(parts::add);
    String rate = Figures.rate(tokens.tokens(), timing.generating());
    if (!rate.isEmpty()) {
      parts.add(rate);
    }
    timing.total().map(before::plus).map(Figures::time).ifPresent(parts::add);
    return String.join(" · ", parts);
  }

  /** How an answer ended, such as {@code completed (stop)} or {@code timed out}. */
  public static String ending(Outcome outcome) {
    return outcome.status().text() + reason(outcome);
  }

  private static String reason(Outcome outcome) {
    Optional<FinishReason> reason = outcome.completion().finishReason();
    return reason.map(finish -> " (" + TerminalText.of(finish.value()) + ")").orElse("");
  }
}
