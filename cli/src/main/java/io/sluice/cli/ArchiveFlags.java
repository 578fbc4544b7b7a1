package io.sluice.cli;

import picocli.CommandLine.Model.ArgGroupSpec;

/** What the archive has to do with a run. */
final class ArchiveFlags {

  private ArchiveFlags() {}

  static ArgGroupSpec group() {
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
