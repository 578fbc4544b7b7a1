package io.sluice.cli.archive;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.FlagKey;
import io.sluice.settings.SettingValue;
import java.util.Optional;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Whether answers are kept, and what they go on from.
 *
 * @param declined whether this call keeps nothing
 * @param last whether the call goes on from the last run that was kept
 * @param conversation the conversation, or the run, to go on from
 */
public record ArchiveOptions(boolean declined, boolean last, Optional<String> conversation) {
  /** The flags that decide what is kept, and what a call goes on from. */
  public static ArgGroupSpec flags() {
    return Flag.group(
        "The archive",
        Flag.on(FlagKey.CONTINUE, "go on from the last answer that was kept"),
        Flag.value(
            FlagKey.CONVERSATION,
            "ID",
            "go on from that answer, or that conversation; a new name begins one"),
        declining());
  }

  /** The flag that keeps a call out of the archive. */
  public static OptionSpec declining() {
    return Flag.on(
        FlagKey.NO_LOG,
        "keep nothing of this in the archive; see 'sluice log " + FlagKey.HELP.flag() + "'");
  }

  /** Reads the options; does not look into the archive. */
  public static ArchiveOptions of(Arguments arguments) {
    return new ArchiveOptions(
        arguments.on(FlagKey.NO_LOG),
        arguments.on(FlagKey.CONTINUE),
        arguments.value(FlagKey.CONVERSATION).map(SettingValue::text));
  }

  /** Reads the options of a command whose answers go on from nothing that was kept. */
  public static ArchiveOptions ofNewRuns(Arguments arguments) {
    return new ArchiveOptions(arguments.on(FlagKey.NO_LOG), false, Optional.empty());
  }

  /** Whether the call goes on from something, and so asks for the archive itself. */
  public boolean goesOn() {
    return last || conversation.isPresent();
  }
}
