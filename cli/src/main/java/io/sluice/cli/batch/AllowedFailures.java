package io.sluice.cli.batch;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many rows may have no answer while the command still ends with 0.
 *
 * @param number how many rows, or how many in a hundred
 * @param isShare whether it is so many in a hundred
 */
record AllowedFailures(double number, boolean isShare) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)(%?)");
  private static final int WHOLE = 100;

  static AllowedFailures of(Arguments arguments) {
    return arguments
        .value(FlagKey.MAX_FAILED)
        .map(
            given -> {
              Matcher form = FORM.matcher(given.text().strip());
              if (!form.matches()) {
                throw new UsageException(
                    given.by() + " is '" + given.text() + "'; use a number of rows, or 1%");
              }
              return new AllowedFailures(
                  Double.parseDouble(form.group(1)), !form.group(2).isEmpty());
            })
        .orElse(new AllowedFailures(0, false));
  }

  /** Whether so many of all rows may have failed. */
  boolean allow(long failed, long all) {
    return failed <= (isShare ? number / WHOLE * all : number);
  }
}
