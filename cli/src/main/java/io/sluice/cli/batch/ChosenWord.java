package io.sluice.cli.batch;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads flags whose value is one of a few words. */
final class ChosenWord {
  private ChosenWord() {}

  /**
   * The constant whose name a flag has as its value.
   *
   * @throws UsageException in one line that lists the words, if there is none
   */
  static <T extends Enum<T>> Optional<T> of(Arguments arguments, FlagKey flag, T[] all) {
    return arguments
        .value(flag)
        .map(
            given ->
                Arrays.stream(all)
                    .filter(each -> word(each).equals(given.text()))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new UsageException(
                                given.by()
                                    + " is '"
                                    + given.text()
                                    + "'; use "
                                    + Arrays.stream(all)
                                        .map(ChosenWord::word)
                                        .collect(Collectors.joining(" or ")))));
  }

  private static String word(Enum<?> each) {
    return each.name().toLowerCase(Locale.ROOT);
  }
}
