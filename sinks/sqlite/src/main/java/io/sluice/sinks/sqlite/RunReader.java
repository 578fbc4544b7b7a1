package io.sluice.sinks.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.chat.Json;
import io.sluice.transcript.TranscriptLine;
import io.sluice.transcript.TranscriptReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads a row as a run. */
final class RunReader {
  /** The columns that are read. */
  static final String COLUMNS =
      "run.id, run.conversation, run.model, run.asked, run.opening, run.ending, run.completion,"
          + " run.counted, CASE WHEN run.ending IS NULL THEN coalesce((SELECT group_concat(text, '')"
          + " FROM (SELECT text FROM draft WHERE draft.run = run.number ORDER BY number)), '')"
          + " ELSE run.answer END AS said";

  private RunReader() {}

  static ArchivedRun read(ResultSet row) throws SQLException {
    try {
      return run(row);
    } catch (RuntimeException | IOException odd) {
      SQLException damage = SqlTrouble.damage("a run cannot be read");
      damage.initCause(odd);
      throw damage;
    }
  }

  private static ArchivedRun run(ResultSet row) throws SQLException, IOException {
    String id = row.getString("id");
    String opening = row.getString("opening");
    Optional<String> ending = Optional.ofNullable(row.getString("ending"));
    try (var lines = reader(id, opening + ending.orElse(""))) {
      return new ArchivedRun(
          id,
          row.getString("conversation"),
          row.getString("model"),
          row.getString("asked"),
          row.getString("said"),
          (TranscriptLine.Open) lines.next().orElseThrow(),
          lines.next().map(TranscriptLine.End.class::cast),
          Optional.ofNullable(row.getString("completion")).map(Json::new),
          Optional.ofNullable(row.getString("counted")).map(Json::new));
    }
  }

  private static TranscriptReader reader(String id, String lines) {
    return TranscriptReader.of("run " + id, new ByteArrayInputStream(lines.getBytes(UTF_8)));
  }
}
