package io.sluice.sinks.sqlite;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Removes runs so that no byte of them remains in the archive's files. */
final class Eraser {
  /** Kept short, because a reader may take as long as a person reads. */
  private static final Duration SHORT_PATIENCE = Duration.ofSeconds(1);

  private final Session session;

  Eraser(Session session) {
    this.session = session;
  }

  Removal remove(RunQuery query, List<String> ids) throws SQLException, IOException {
    List<String> repeating = new ArrayList<>();
    int[] removed = new int[1];
    session.run("CREATE TEMP TABLE IF NOT EXISTS gone (number INTEGER PRIMARY KEY)");
    session.write(
        () -> {
          session.run("DELETE FROM gone");
          mark(query, ids);
          session.each(
              "SELECT DISTINCT later.id FROM run AS later JOIN run AS earlier USING (conversation)"
                  + " WHERE earlier.number IN (SELECT number FROM gone)"
                  + " AND later.number > earlier.number"
                  + " AND later.number NOT IN (SELECT number FROM gone) ORDER BY later.number",
              row -> repeating.add(row.getString(1)));
          removed[0] = session.change("DELETE FROM run WHERE number IN (SELECT number FROM gone)");
        });
    return new Removal(removed[0], repeating, overwrite());
  }

  /** Selects the runs with these ids or, if there are none, those that the query finds. */
  private void mark(RunQuery query, List<String> ids) throws SQLException {
    if (ids.isEmpty()) {
      Condition condition = Condition.of(query);
      session.change(
          "INSERT INTO gone SELECT number FROM run WHERE " + condition.sql(),
          condition.valuesAnd());
    }
    for (String id : ids) {
      session.change("INSERT OR IGNORE INTO gone SELECT number FROM run WHERE id = ?", id);
    }
  }

  /**
   * Empties the write-ahead log, which still holds the old pages, into the file. A file that is
   * mostly free space is rebuilt.
   */
  private boolean overwrite() throws SQLException {
    long pages = session.number("PRAGMA page_count");
    if (session.number("PRAGMA freelist_count") * 2 > pages) {
      session.run("VACUUM");
    }
    session.patience(SHORT_PATIENCE);
    boolean emptied = session.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
    session.patience(Database.PATIENCE);
    return emptied;
  }
}
