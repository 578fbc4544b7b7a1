package io.sluice.cli.archive;

import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.FlagKey;
import picocli.CommandLine.Model.ArgGroupSpec;

/** What the archive has to do with a run. */
public final class ArchiveFlags {

  private ArchiveFlags() {}

  public static ArgGroupSpec group() {
    return Flag.group(
        "What went before, and what is kept",
        Flag.on(FlagKey.CONTINUE, "go on from the last answer that was kept"),
        Flag.value(
            FlagKey.CONVERSATION,
            "ID",
            "go on from that answer, or that conversation; a new name begins one"),
        Flag.on(FlagKey.NO_LOG, "keep nothing of this in the archive; see 'sluice log --help'"));
  }
}
