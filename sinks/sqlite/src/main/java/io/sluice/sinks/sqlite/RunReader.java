package io.sluice.sinks.sqlite;

import io.sluice.transcript.TranscriptLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads a row as a run. */
final class RunReader {
  /** The columns that are read. */
  static final String COLUMNS =
      "run.id, run.conversation, run.model, run.asked, run.opening, run.ending, run.completion,"
          + " run.counted, CASE WHEN run.ending IS NULL THEN coalesce((SELECT group_concat(text,"
          + " '') FROM (SELECT text FROM draft WHERE draft.run = run.number ORDER BY number)), '')"
          + " ELSE run.answer END AS said";

  private RunReader() {}

  static ArchivedRun read(ResultSet row) throws SQLException {
    try {
      return run(row);
    } catch (RuntimeException odd) {
      SQLException damage = SqlTrouble.damage("a run cannot be read");
      damage.initCause(odd);
      throw damage;
    }
  }

  private static ArchivedRun run(ResultSet row) throws SQLException {
    Optional<String> ending = Optional.ofNullable(row.getString("ending"));
    return new ArchivedRun(
        row,
        (TranscriptLine.OpenLine) TranscriptLine.parse(row.getString("opening")).orElseThrow(),
        ending.flatMap(TranscriptLine::parse).map(TranscriptLine.EndLine.class::cast));
  }
}
