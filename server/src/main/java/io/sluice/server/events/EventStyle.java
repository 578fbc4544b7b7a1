package io.sluice.server.events;

import io.sluice.runlog.LogLine;
import io.sluice.server.runs.FirstTokenWait;
import io.sluice.server.runs.TokenFigures;
import java.util.List;
import java.util.Optional;

/** How the lines of runs look in an event stream. */
interface EventStyle {

  /** What the stream begins with. */
  String opening(List<RunCursor> cursors);

  /**
   * One line.
   *
   * @param ids the cursors of all runs of the stream, this line included
   */
  String line(RunCursor cursor, LogLine line, String ids);

  /**
   * That the lines behind the cursor, up to this one, are nowhere any more; empty if that cannot be
   * said here, so that the connection has to be cut.
   */
  Optional<String> lost(RunCursor cursor, long to, String ids);

  /** How many tokens a run has; empty if that is not told. */
  String tokens(RunCursor cursor, TokenFigures figures);

  /** What a run waits for before its first token; empty if that is not told. */
  String phase(RunCursor cursor, FirstTokenWait wait);

  /** What tells the client that the connection stands; empty if nothing can. */
  String comment();
}
