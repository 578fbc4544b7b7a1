package io.sluice.server.runs;

import io.sluice.runlog.LogMemory;
import io.sluice.runlog.RunLog;
import io.sluice.server.limits.Limits;
import io.sluice.stream.StreamOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * On what terms a server runs.
 *
 * @param endpoints who answers
 * @param outlets the sinks that every run gets besides its log
 * @param options how requests are sent and awaited
 * @param limits the bounds
 * @param spool the folder for lines that no longer fit into memory; without one they are given up
 * @param timer where tokens are counted
 */
public record ServedTerms(
    Endpoints endpoints,
    List<DeclaredOutlet> outlets,
    StreamOptions options,
    Limits limits,
    Optional<Path> spool,
    TaskTimer timer) {

  /** Copies the list. */
  public ServedTerms {
    outlets = List.copyOf(outlets);
  }

  /** Starts a log for one run. */
  RunLog.Builder log(LogMemory memory) {
    RunLog.Builder log =
        RunLog.builder().memory(limits.logMemory()).limit(limits.logLimit()).shared(memory);
    spool.ifPresent(log::spool);
    return log;
  }
}
