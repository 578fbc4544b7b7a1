package io.sluice.cli.batch;

import io.sluice.batch.BatchSummary;
import io.sluice.batch.InputReport;
import io.sluice.batch.pace.BatchLimits;
import io.sluice.cli.terminal.Figures;
import io.sluice.limit.RateLimits.Unit;
import io.sluice.settings.PriceList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The lines about a batch, in words. */
final class BatchWords {
  private static final String DOT = " · ";
  private static final int CENTS = 2;
  private static final int SMALL = 6;

  private final PriceList prices;

  BatchWords(PriceList prices) {
    this.prices = prices;
  }

  /** What an input holds, such as {@code 10 rows · 120 prompt tokens (exact)}. */
  String input(InputReport report, BatchLimits limits) {
    List<String> parts = new ArrayList<>();
    parts.add(rows(report.rows()));
    if (report.open() != report.rows()) {
      parts.add(Figures.number(report.open()) + " to ask");
    }
    if (report.unusable() > 0) {
      parts.add(Figures.number(report.unusable()) + " unusable");
    }
    parts.add(
        Figures.number(report.tokens())
            + " prompt tokens ("
            + (report.isExact() ? "exact" : "estimated")
            + ")");
    report
        .mostCost()
        .map(most -> "at most " + money(most) + " by your prices")
        .or(() -> report.expectedCost().map(some -> "~" + money(some) + " by your prices"))
        .ifPresent(parts::add);
    if (prices.models().isEmpty()) {
      parts.add("no prices in the settings");
    }
    time(report, limits).ifPresent(parts::add);
    return String.join(DOT, parts);
  }

  /** What an earlier part left; empty if there was none. */
  Optional<String> earlier(BatchSummary summary) {
    if (summary.earlier() == 0 && summary.sentBefore() == 0) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    parts.add("went on: " + rows(summary.earlier()) + " had a result");
    if (summary.sentBefore() > 0) {
      parts.add(Figures.number(summary.sentBefore()) + " had been sent without one");
    }
    if (summary.tornBytes() > 0) {
      parts.add("a torn line of " + Figures.number(summary.tornBytes()) + " bytes was cut off");
    }
    return Optional.of(String.join(DOT, parts));
  }

  /** What this part has done. */
  List<String> summary(BatchSummary summary) {
    List<String> parts = new ArrayList<>();
    parts.add(Figures.number(summary.completed()) + " completed");
    if (summary.failed() > 0) {
      parts.add(Figures.number(summary.failed()) + " failed");
    }
    parts.add(Figures.number(summary.inputTokens()) + " tokens in");
    parts.add(Figures.number(summary.outputTokens()) + " out");
    summary.cost().map(BatchWords::money).ifPresent(parts::add);
    if (summary.refusals() > 0) {
      parts.add(Figures.number(summary.refusals()) + " refused for limits, and asked again");
    }
    parts.add(Figures.time(summary.elapsed()));
    return List.of(String.join(DOT, parts));
  }

  /** What is left of a batch that did not end by itself. */
  String unfinished(BatchSummary summary, BatchOptions options) {
    if (options.input().queue().isPresent()) {
      return summary.reason() + "; the queue hands out again what has no result";
    }
    return "not finished: "
        + summary.reason()
        + options
            .results()
            .output()
            .map(
                file ->
                    "; "
                        + file
                        + ".partial has the results so far, and the same command goes on with the"
                        + " rest")
            .orElse("");
  }

  /** An amount in two decimals, or in more if it is small. */
  static String money(BigDecimal amount) {
    boolean small = amount.compareTo(BigDecimal.ONE) < 0;
    BigDecimal rounded = amount.setScale(small ? SMALL : CENTS, RoundingMode.HALF_UP);
    return small && rounded.signum() > 0
        ? rounded.stripTrailingZeros().toPlainString()
        : rounded.setScale(CENTS, RoundingMode.HALF_UP).toPlainString();
  }

  private static String rows(long rows) {
    return Figures.number(rows) + (rows == 1 ? " row" : " rows");
  }

  /** The time that a limit of tokens or requests makes of it at least. */
  private static Optional<String> time(InputReport report, BatchLimits limits) {
    OptionalLong tokens = limits.of(Unit.TOKENS);
    if (tokens.isEmpty()) {
      tokens = limits.of(Unit.INPUT_TOKENS);
    }
    if (tokens.isPresent()) {
      return Optional.of(minutes(report.tokens(), tokens.getAsLong(), "tokens"));
    }
    OptionalLong requests = limits.of(Unit.REQUESTS);
    return requests.isPresent()
        ? Optional.of(minutes(report.open(), requests.getAsLong(), "requests"))
        : Optional.empty();
  }

  private static String minutes(long amount, long perMinute, String what) {
    long minutes = (amount + perMinute - 1) / perMinute;
    return Figures.number(minutes) + " min at " + Figures.number(perMinute) + " " + what + "/min";
  }
}
