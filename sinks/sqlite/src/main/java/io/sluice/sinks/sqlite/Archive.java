package io.sluice.sinks.sqlite;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The runs that {@link SqliteSink} kept in a file: lists, searches, exports and removes them. Other
 * processes may write to the file meanwhile. An error of SQLite becomes an {@link IOException} with
 * a one-line message; it is a {@link DamagedArchiveException} if the file is damaged. Mutable; for
 * one thread at a time. The tables are described in {@code docs/archive.md}.
 */
public final class Archive implements AutoCloseable {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** What of an id stands behind its last hyphen: what is left of it is trimmed to that. */
  private static final String ENDING = "substr(id, 1 + length(rtrim(id, replace(id, '-', ''))))";

  private static final List<String> BESIDE = List.of("", "-wal", "-shm");

  private final Path file;
  private final Session session;

  private Archive(Path file, Session session) {
    this.file = file;
    this.session = session;
  }

  /**
   * Opens the archive in that file, and updates it to the current version.
   *
   * @throws NoSuchFileException if there is no file
   * @throws DamagedArchiveException if the file is not an archive, or a damaged one
   * @throws IOException with a one-line message, if it cannot be opened or a newer version wrote it
   */
  public static Archive open(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no archive");
    }
    return new Archive(file, Database.open(file));
  }

  /**
   * Renames a damaged archive, and SQLite's files beside it, to {@code FILE.damaged-TIME}.
   *
   * @return the new path
   */
  public static Path setAside(Path file) throws IOException {
    Path aside =
        file.resolveSibling(file.getFileName() + ".damaged-" + STAMP.format(Instant.now()));
    for (String suffix : BESIDE) {
      Path part = file.resolveSibling(file.getFileName() + suffix);
      if (Files.exists(part)) {
        Files.move(part, aside.resolveSibling(aside.getFileName() + suffix));
      }
    }
    return aside;
  }

  /**
   * Passes the selected runs to {@code visitor}, the newest first; the excerpt is the text of the
   * request.
   */
  public void list(RunQuery query, Visitor visitor) throws IOException {
    Condition condition = Condition.of(query);
    boolean[] any = new boolean[1];
    each(
        "SELECT "
            + RunReader.COLUMNS
            + " FROM run WHERE "
            + condition.sql()
            + " ORDER BY started DESC, number DESC LIMIT ?",
        row -> {
          any[0] = true;
          show(RunReader.read(row), visitor);
        },
        condition.valuesAnd(query.limit()));
    if (!any[0] && condition.isNone()) {
      checkWhetherItIsEmpty();
    }
  }

  /**
   * Passes the runs that contain all of these words in their question or answer to {@code visitor},
   * the best match first. The excerpt is the passage with the words, which are marked by brackets;
   * omissions are marked by dots. A word is a sequence of letters and digits; case does not matter.
   * A word that ends in {@code *} matches all words with that beginning, and several words in one
   * string must be adjacent.
   */
  public void search(List<String> words, RunQuery query, Visitor visitor) throws IOException {
    passages(words, query, (run, passage) -> visitor.visit(run, passage.bracketed()));
  }

  /** Finds runs as {@link #search} does, and says where in the passage the words are. */
  public void passages(List<String> words, RunQuery query, PassageVisitor visitor)
      throws IOException {
    try {
      new PassageSearch(session).each(words, query, visitor);
    } catch (SQLException refused) {
      throw SqlTrouble.of(file, refused);
    }
  }

  /** The run with that id. */
  public Optional<ArchivedRun> find(String id) throws IOException {
    List<ArchivedRun> found = new ArrayList<>(1);
    each(
        "SELECT " + RunReader.COLUMNS + " FROM run WHERE id = ? LIMIT 1",
        row -> found.add(RunReader.read(row)),
        id);
    return found.stream().findFirst();
  }

  /** The newest run. */
  public Optional<ArchivedRun> last() throws IOException {
    return newest(RunQuery.all());
  }

  /** The newest of the selected runs. */
  public Optional<ArchivedRun> newest(RunQuery query) throws IOException {
    List<ArchivedRun> found = new ArrayList<>(1);
    list(query.limit(1), (run, asked) -> found.add(run));
    return found.stream().findFirst();
  }

  /** The ids with that beginning or that ending, in order, at most {@code limit}. */
  public List<String> ids(String part, int limit) throws IOException {
    return strings(
        "SELECT DISTINCT id FROM run WHERE substr(id, 1, length(?)) = ? OR "
            + ENDING
            + " = ? ORDER BY id LIMIT ?",
        part,
        part,
        part,
        limit);
  }

  /**
   * The endings that more than one id has. The ending of an id is the text behind its last hyphen,
   * or all of an id without one.
   */
  public Set<String> sharedEndings() throws IOException {
    return Set.copyOf(
        strings("SELECT " + ENDING + " FROM run GROUP BY 1 HAVING count(DISTINCT id) > 1"));
  }

  /** The ids of the runs of that conversation, the oldest first; none if there is no such. */
  public List<String> conversation(String name) throws IOException {
    return strings("SELECT id FROM run WHERE conversation = ? ORDER BY started, number", name);
  }

  /**
   * Passes the conversations to {@code visitor}, the one that went on last first, at most {@code
   * limit}. A single run that was given no name for its conversation is none.
   */
  public void conversations(int limit, ConversationVisitor visitor) throws IOException {
    each(
        "SELECT "
            + RunReader.COLUMNS
            + ", runs, newest FROM (SELECT conversation AS name, count(*) AS runs,"
            + " max(started) AS newest, max(number) AS latest, max(id) AS any_id FROM run"
            + " GROUP BY conversation) JOIN run ON run.number = (SELECT number FROM run AS first"
            + " WHERE first.conversation = name ORDER BY started, number LIMIT 1)"
            + " WHERE runs > 1 OR any_id <> name ORDER BY newest DESC, latest DESC LIMIT ?",
        row ->
            visitor.visit(
                new ConversationSummary(
                    row.getString("conversation"),
                    row.getInt("runs"),
                    Instant.parse(row.getString("newest")),
                    RunReader.read(row).question())),
        limit);
  }

  /**
   * Writes the transcript of the run with that id ({@code docs/transcript-format.md}), which
   * replays to the same answer. The transcript of an unfinished run has no end. Nothing is written
   * if there is no such run.
   */
  public void export(String id, OutputStream out) throws IOException {
    each(
        "SELECT number, opening, ending FROM run WHERE id = ? LIMIT 1",
        run -> {
          out.write(run.getString("opening").getBytes(StandardCharsets.UTF_8));
          each(
              "SELECT lines FROM part WHERE run = ? ORDER BY number",
              part -> Lines.expand(part.getBytes("lines"), out),
              run.getLong("number"));
          String ending = run.getString("ending");
          out.write((ending == null ? "" : ending).getBytes(StandardCharsets.UTF_8));
        },
        id);
  }

  /**
   * Removes the runs with those ids permanently: their content is overwritten in the archive's
   * files, including the search index.
   */
  public Removal remove(List<String> ids) throws IOException {
    return ids.isEmpty() ? new Removal(0, List.of(), true) : erase(RunQuery.all(), ids);
  }

  /** Removes the selected runs permanently; the query's limit is ignored. */
  public Removal remove(RunQuery query) throws IOException {
    return erase(query, List.of());
  }

  /** Closes the file. */
  @Override
  public void close() throws IOException {
    try {
      session.close();
    } catch (SQLException refused) {
      throw SqlTrouble.of(file, refused);
    }
  }

  /**
   * A single wrong byte can lead SQLite to the wrong table or index, and if that is empty no run is
   * found. Checking all pages is cheap if there are hardly any.
   */
  private void checkWhetherItIsEmpty() throws IOException {
    each(
        "PRAGMA quick_check(1)",
        row -> {
          if (!row.getString(1).equals("ok")) {
            throw SqlTrouble.damage(row.getString(1));
          }
        });
  }

  private static void show(ArchivedRun run, Visitor visitor) throws IOException {
    visitor.visit(run, run.question());
  }

  private Removal erase(RunQuery query, List<String> ids) throws IOException {
    try {
      return new Eraser(session).remove(query, ids);
    } catch (SQLException refused) {
      throw SqlTrouble.of(file, refused);
    }
  }

  private List<String> strings(String sql, Object... values) throws IOException {
    List<String> found = new ArrayList<>();
    each(sql, row -> found.add(row.getString(1)), values);
    return found;
  }

  private void each(String sql, Session.Row row, Object... values) throws IOException {
    try {
      session.each(sql, row, values);
    } catch (SQLException refused) {
      throw SqlTrouble.of(file, refused);
    }
  }

  /** Receives one run after the other, while the archive is read. */
  @FunctionalInterface
  public interface Visitor {
    /** Called with the next run and the excerpt to show; its exception ends the reading. */
    void visit(ArchivedRun run, String excerpt) throws IOException;
  }

  /** Receives one run after the other, with the passage that was found. */
  @FunctionalInterface
  public interface PassageVisitor {
    /** Called with the next run and its passage; its exception ends the reading. */
    void visit(ArchivedRun run, FoundPassage passage) throws IOException;
  }

  /** Receives one conversation after the other, while the archive is read. */
  @FunctionalInterface
  public interface ConversationVisitor {
    /** Called with the next conversation; its exception ends the reading. */
    void visit(ConversationSummary conversation) throws IOException;
  }
}
