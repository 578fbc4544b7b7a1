package io.sluice.cli.archive;

import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.FlagKey;
import picocli.CommandLine.Model.ArgGroupSpec;

/** The flags of the archive. */
public final class ArchiveFlags {

  private ArchiveFlags() {}

  public static ArgGroupSpec group() {
    return Flag.group(
        "The archive",
        Flag.on(FlagKey.CONTINUE, "go on from the last answer that was kept"),
        Flag.value(
            FlagKey.CONVERSATION,
            "ID",
            "go on from that answer, or that conversation; a new name begins one"),
        Flag.on(FlagKey.NO_LOG, "keep nothing of this in the archive; see 'sluice log --help'"));
  }
}
