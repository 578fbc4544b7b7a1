package io.sluice.cli.batch;

import io.sluice.batch.Batch;
import io.sluice.batch.pace.BatchLimits;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.limit.RateLimits.Unit;
import io.sluice.settings.SettingValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How much is sent, and how often a row.
 *
 * @param limits the limits of a minute
 * @param concurrency how many rows at once; empty for as many as the server keeps up with
 * @param retries how often a row is asked again
 * @param retriesTruncated whether a truncated answer is
 * @param patience how long the server may refuse everything
 * @param mostCost the most that it may cost
 * @param mostRows the most rows that may be sent
 */
record RateOptions(
    BatchLimits limits,
    Optional<Integer> concurrency,
    int retries,
    boolean retriesTruncated,
    Duration patience,
    Optional<BigDecimal> mostCost,
    Optional<Long> mostRows) {
  private static final int USUAL_CONCURRENCY = 8;
  private static final int USUAL_RETRIES = 5;
  private static final Duration USUAL_PATIENCE = Duration.ofHours(1);
  private static final String AUTO = "auto";
  private static final Map<FlagKey, Unit> UNITS =
      Map.of(
          FlagKey.RPM, Unit.REQUESTS,
          FlagKey.TPM, Unit.TOKENS,
          FlagKey.ITPM, Unit.INPUT_TOKENS,
          FlagKey.OTPM, Unit.OUTPUT_TOKENS);

  static RateOptions of(Arguments arguments) {
    BatchLimits limits = BatchLimits.none();
    for (Map.Entry<FlagKey, Unit> each : UNITS.entrySet()) {
      Optional<SettingValue> given = arguments.value(each.getKey());
      limits = given.isPresent() ? limits.with(each.getValue(), count(given.get())) : limits;
    }
    Optional<SettingValue> burst = arguments.value(FlagKey.BURST);
    limits = burst.isPresent() ? limits.burst(count(burst.get())) : limits;
    Optional<SettingValue> concurrency = arguments.value(FlagKey.CONCURRENCY);
    boolean auto = concurrency.filter(given -> given.text().equals(AUTO)).isPresent();
    return new RateOptions(
        limits,
        auto
            ? Optional.empty()
            : Optional.of(concurrency.map(RateOptions::rows).orElse(USUAL_CONCURRENCY)),
        arguments.value(FlagKey.RETRIES).map(SettingValue::count).orElse(USUAL_RETRIES),
        ChosenWord.of(arguments, FlagKey.RETRY_TRUNCATED, Truncated.values())
            .orElse(Truncated.YES)
            .equals(Truncated.YES),
        arguments.value(FlagKey.PATIENCE).map(SettingValue::duration).orElse(USUAL_PATIENCE),
        arguments.value(FlagKey.MAX_COST).map(RateOptions::amount),
        arguments.value(FlagKey.MAX_ROWS).map(RateOptions::count));
  }

  Batch applyTo(Batch batch) {
    try {
      Batch with = batch.limits(limits).retries(retries).patience(patience);
      with =
          concurrency.isPresent()
              ? with.concurrency(concurrency.get())
              : with.automaticConcurrency();
      with = retriesTruncated ? with : with.withoutRetriesOfTruncated();
      with = mostCost.isPresent() ? with.mostCost(mostCost.get()) : with;
      return mostRows.isPresent() ? with.mostRows(mostRows.get()) : with;
    } catch (IllegalArgumentException outOfRange) {
      throw UsageException.of(outOfRange);
    }
  }

  private static int rows(SettingValue given) {
    return Math.toIntExact(Math.min(Integer.MAX_VALUE, count(given)));
  }

  private static long count(SettingValue given) {
    return number(given, text -> given.whole(), "a whole number from 1");
  }

  private static BigDecimal amount(SettingValue given) {
    return number(given, BigDecimal::new, "an amount such as 12.50");
  }

  private static <T extends Number> T number(
      SettingValue given, Function<String, T> parser, String expected) {
    try {
      T number = parser.apply(given.text().strip());
      if (number.doubleValue() > 0) {
        return number;
      }
    } catch (NumberFormatException none) {
      // The line below says what is expected.
    }
    throw new UsageException(given.by() + " is '" + given.text() + "'; use " + expected);
  }

  /** Whether truncated answers are asked again. */
  private enum Truncated {
    YES,
    NO
  }
}
