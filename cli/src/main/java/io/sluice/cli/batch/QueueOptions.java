package io.sluice.cli.batch;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.plugin.QueueSpec;
import io.sluice.settings.SettingValue;
import java.util.List;
import java.util.Optional;

/**
 * The queue that rows come from instead of files.
 *
 * @param spec the queue, and its options
 * @param isFollowed whether more rows are waited for when it has none
 */
record QueueOptions(QueueSpec spec, boolean isFollowed) {

  /** What can be asked of a file alone, which is there as a whole and read twice. */
  private static final List<FlagKey> OF_FILES =
      List.of(
          FlagKey.DRY_RUN,
          FlagKey.NO_CHECK,
          FlagKey.BAD_ROWS,
          FlagKey.CHANGED,
          FlagKey.ORDER,
          FlagKey.NUL);

  /**
   * The queue that the user named; empty if rows come from files.
   *
   * @throws UsageException in one line, if the flags contradict each other
   */
  static Optional<QueueOptions> of(Arguments arguments) {
    Optional<SettingValue> from = arguments.value(FlagKey.FROM);
    if (from.isEmpty()) {
      if (arguments.on(FlagKey.FOLLOW)) {
        throw new UsageException(
            FlagKey.FOLLOW.flag() + " waits at a queue; name one with " + FlagKey.FROM.flag());
      }
      return Optional.empty();
    }
    if (!arguments.words().isEmpty()) {
      throw new UsageException(
          "rows come from " + from.get().by() + " or from files; leave out one of them");
    }
    for (FlagKey flag : OF_FILES) {
      if (arguments.flagged(flag)) {
        throw new UsageException(
            flag.flag() + " is for files, and " + from.get().by() + " is a queue; leave it out");
      }
    }
    try {
      return Optional.of(
          new QueueOptions(QueueSpec.parse(from.get().text()), arguments.on(FlagKey.FOLLOW)));
    } catch (IllegalArgumentException malformed) {
      throw UsageException.of(malformed);
    }
  }
}
