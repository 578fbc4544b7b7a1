package io.sluice.server.events;

import io.sluice.runlog.LogLine;
import io.sluice.server.runs.FirstTokenWait;
import io.sluice.server.runs.TokenFigures;
import java.util.List;
import java.util.Optional;

/** The lines as a transcript has them, and nothing else. */
final class PlainLines implements EventStyle {

  @Override
  public String opening(List<RunCursor> cursors) {
    return "";
  }

  @Override
  public String line(RunCursor cursor, LogLine line, String ids) {
    return line.text() + "\n";
  }

  /** A transcript has no line for it, and one with a hole would be taken for whole. */
  @Override
  public Optional<String> lost(RunCursor cursor, long to, String ids) {
    return Optional.empty();
  }

  @Override
  public String tokens(RunCursor cursor, TokenFigures figures) {
    return "";
  }

  @Override
  public String phase(RunCursor cursor, FirstTokenWait wait) {
    return "";
  }

  @Override
  public String comment() {
    return "";
  }
}
