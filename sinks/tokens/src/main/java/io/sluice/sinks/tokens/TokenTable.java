package io.sluice.sinks.tokens;

import io.sluice.chat.Usage;
import io.sluice.tokens.Basis;
import io.sluice.tokens.ChoiceTokens;
import io.sluice.tokens.TokenCount;
import io.sluice.tokens.prompt.PromptCount;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** A report as a table for people. */
record TokenTable(TokenReport report) {

  String text() {
    var table = new StringBuilder(row("tokens", "counted", "reported", "difference"));
    report
        .prompt()
        .map(PromptCount::counted)
        .ifPresent(
            count -> table.append(row("prompt", count, Usage::tellsPrompt, Usage::promptTokens)));
    table.append(
        row("completion", report.completion(), Usage::tellsCompletion, Usage::completionTokens));
    kind(table, "reasoning", ChoiceTokens::reasoning);
    kind(table, "refusal", ChoiceTokens::refusal);
    kind(table, "arguments", ChoiceTokens::arguments);
    if (report.prompt().isPresent()) {
      table.append(row("total", report.total(), Usage::tellsAll, Usage::totalTokens));
    }
    table.append("counted with ").append(report.model().encoding().word()).append(basis());
    report
        .cost()
        .ifPresent(
            cost -> {
              table.append("cost of the ").append(cost.of()).append(" tokens: ");
              table.append(cost.text()).append('\n');
            });
    return table.toString();
  }

  private String basis() {
    Basis basis = report.basis();
    return basis == Basis.EXACT ? "\n" : " (" + basis.word() + ")\n";
  }

  /** Adds a part of the completion that is not text. */
  private void kind(StringBuilder table, String name, ToLongFunction<ChoiceTokens> kind) {
    long tokens = report.answer().sum(kind);
    if (tokens > 0) {
      table.append(String.format(Locale.ROOT, "  %-9s %9d\n", name, tokens));
    }
  }

  private String row(
      String name, TokenCount counted, Predicate<Usage> told, ToLongFunction<Usage> figure) {
    Optional<Long> reported = report.reported().filter(told).map(figure::applyAsLong);
    return row(
        name,
        Long.toString(counted.tokens()),
        reported.map(Object::toString).orElse("-"),
        reported.map(there -> signed(counted.tokens() - there)).orElse("-"));
  }

  private static String signed(long difference) {
    return difference > 0 ? "+" + difference : Long.toString(difference);
  }

  private static String row(String name, String counted, String reported, String difference) {
    return String.format(
        Locale.ROOT, "%-10s %10s %10s %10s\n", name, counted, reported, difference);
  }
}
