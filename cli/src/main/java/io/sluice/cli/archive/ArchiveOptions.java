package io.sluice.cli.archive;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.FlagValue;
import io.sluice.cli.settings.UsageException;
import java.util.Optional;
import picocli.CommandLine.Model.ArgGroupSpec;

/**
 * Whether answers are kept, and what they go on from.
 *
 * @param declined whether this call keeps nothing
 * @param conversation the conversation, or the run, to go on from; {@code last} is the last run
 */
public record ArchiveOptions(boolean declined, Optional<String> conversation) {
  /** The flags. */
  public static ArgGroupSpec flags() {
    return Flag.group(
        "The archive",
        Flag.on(FlagKey.CONTINUE, "go on from the last answer that was kept"),
        Flag.value(
            FlagKey.CONVERSATION,
            "ID",
            "go on from that answer, or that conversation; a new name begins one"),
        Flag.on(
            FlagKey.NO_LOG,
            "keep nothing of this in the archive; see 'sluice log " + FlagKey.HELP.flag() + "'"));
  }

  /**
   * Reads the options.
   *
   * @throws UsageException if they name two conversations
   */
  public static ArchiveOptions of(Arguments arguments) {
    Optional<String> named = arguments.value(FlagKey.CONVERSATION).map(FlagValue::text);
    boolean last = arguments.on(FlagKey.CONTINUE);
    if (named.isPresent() && last) {
      throw new UsageException(
          FlagKey.CONTINUE.flag()
              + " and "
              + FlagKey.CONVERSATION.flag()
              + " exclude each other; leave one of them");
    }
    return new ArchiveOptions(
        arguments.on(FlagKey.NO_LOG), last ? Optional.of(RunIds.LAST) : named);
  }
}
