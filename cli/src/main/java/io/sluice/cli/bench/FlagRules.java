package io.sluice.cli.bench;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.SettingValue;
import java.util.List;
import java.util.function.Function;

/** Refuses values and flags of the benchmark that mean nothing. */
final class FlagRules {

  private FlagRules() {}

  /** Refuses two flags of these, of which one is enough. */
  static void check(Arguments arguments, List<FlagKey> flags) {
    List<FlagKey> given = flags.stream().filter(arguments::flagged).toList();
    if (given.size() > 1) {
      throw new UsageException(
          given.get(0).flag()
              + " and "
              + given.get(1).flag()
              + " exclude each other; leave one of them");
    }
  }

  /** What a value means; a line that refuses it begins with what set it. */
  static <T> T read(SettingValue given, Function<String, T> reading) {
    try {
      return reading.apply(given.text());
    } catch (IllegalArgumentException malformed) {
      throw new UsageException(given.by() + ": " + malformed.getMessage(), malformed);
    }
  }
}
