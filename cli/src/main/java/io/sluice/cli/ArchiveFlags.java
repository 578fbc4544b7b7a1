package io.sluice.cli;

import picocli.CommandLine.Model.ArgGroupSpec;

/** What the archive has to do with a run. */
final class ArchiveFlags {
  static final String CONTINUE = "--continue";
  static final String CONVERSATION = "--conversation";
  static final String NO_LOG = "--no-log";

  private ArchiveFlags() {}

  static ArgGroupSpec group() {
    return Flag.group(
        "What went before, and what is kept",
        Flag.on("go on from the last answer that was kept", "-c", CONTINUE),
        Flag.value(
            "ID",
            "go on from that answer, or that conversation; a new name begins one",
            CONVERSATION),
        Flag.on("keep nothing of this in the archive; see 'sluice log --help'", NO_LOG));
  }
}
