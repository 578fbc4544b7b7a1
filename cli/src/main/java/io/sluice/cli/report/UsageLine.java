package io.sluice.cli.report;

import io.sluice.chat.Completion;
import io.sluice.chat.Usage;
import io.sluice.cli.archive.RunTokens;
import io.sluice.cli.terminal.Figures;
import io.sluice.cli.terminal.TerminalText;
import io.sluice.sinks.tokens.TokenReport;

/**
 * The line on stderr that says how many tokens a run took and what it cost: by the server's figures
 * or, if it reports none, by our count.
 *
 * @param tokens counts the run
 * @param completion the answer
 */
public record UsageLine(RunTokens tokens, Completion completion) {

  /** The line, without a line feed. */
  public String text() {
    String figures = completion.usage().map(UsageLine::reported).orElseGet(this::counted);
    return "usage: " + figures + cost();
  }

  private static String reported(Usage usage) {
    if (usage.tellsAll()) {
      return Figures.usage(usage.promptTokens(), usage.completionTokens(), usage.totalTokens());
    }
    String prompt = usage.tellsPrompt() ? Long.toString(usage.promptTokens()) : "not reported";
    String answer = usage.tellsCompletion() ? usage.completionTokens() + " tokens" : "not reported";
    return "prompt " + prompt + ", completion " + answer;
  }

  private String counted() {
    TokenReport report = tokens.report(completion);
    String how = report.model().encoding().word() + ", " + report.total().basis().word();
    long answer = report.completion().tokens();
    return report
            .prompt()
            .map(it -> Figures.usage(it.counted().tokens(), answer, report.total().tokens()))
            .orElse("completion " + answer + " tokens")
        + " (not reported; counted with "
        + how
        + ")";
  }

  /** Returns the cost; empty if the settings have no prices, which most users never set. */
  private String cost() {
    if (tokens.isUnpriced(completion)) {
      return "; no price for " + TerminalText.of(tokens.model(completion)) + " in the settings";
    }
    return tokens.cost(completion).map(cost -> "; cost " + cost.text()).orElse("");
  }
}
