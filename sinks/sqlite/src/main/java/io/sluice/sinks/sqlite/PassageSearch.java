package io.sluice.sinks.sqlite;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds runs by the words in them, and the passages with those words. */
final class PassageSearch {

  /** No text contains delimiters that are made for one search. */
  private final String before = "(" + UUID.randomUUID();

  private final String behind = UUID.randomUUID() + ")";
  private final Session session;

  PassageSearch(Session session) {
    this.session = session;
  }

  /** Passes the runs to {@code visitor}, the best match first; none if there are no words. */
  void each(List<String> words, RunQuery query, Archive.PassageVisitor visitor)
      throws SQLException, IOException {
    String wanted = SearchWords.query(words);
    if (wanted.isEmpty()) {
      return;
    }
    Condition condition = Condition.of(query).and("word MATCH ?", Optional.of(wanted));
    session.each(
        "SELECT "
            + RunReader.COLUMNS
            + ", snippet(word, -1, ?, ?, '…', 12) AS place"
            + " FROM word JOIN run ON run.number = word.rowid WHERE "
            + condition.sql()
            + " ORDER BY word.rank, run.number DESC LIMIT ?",
        row ->
            visitor.visit(
                RunReader.read(row), FoundPassage.of(row.getString("place"), before, behind)),
        condition.valuesBetween(List.of(before, behind), query.limit()));
  }
}
