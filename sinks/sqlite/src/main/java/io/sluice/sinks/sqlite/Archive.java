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

/**
 * The runs that {@link SqliteSink} kept in a file: to be listed, searched, given back and removed.
 * Others may write to the file meanwhile. Whatever SQLite refuses is an {@link IOException} in one
 * line, {@link DamagedArchiveException} if the file is damaged. Mutable; for one thread at a time.
 * The tables are described in {@code docs/archive.md}.
 */
public final class Archive implements AutoCloseable {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final List<String> BESIDE = List.of("", "-wal", "-shm");

  private final Path file;
  private final Session session;

  private Archive(Path file, Session session) {
    this.file = file;
    this.session = session;
  }

  /**
   * Opens the archive in that file, and brings it to the present version.
   *
   * @throws NoSuchFileException if there is no file
   * @throws DamagedArchiveException if it holds no archive, or a damaged one
   * @throws IOException in one line, if it cannot be opened or a newer version wrote it
   */
  public static Archive open(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no archive");
    }
    return new Archive(file, Database.open(file));
  }

  /**
   * Renames a damaged archive, and what SQLite keeps beside it, to {@code FILE.damaged-TIME}.
   *
   * @return what it is called now
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

  /** Shows the runs that are wanted, the newest first; the excerpt is what was asked. */
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
   * Hands over the runs in whose questions or answers all of these words stand, the best first,
   * each with the place where they do: words are marked by brackets, and what is left out by dots.
   * A word is a row of letters and digits, in whatever case; one that ends in {@code *} stands for
   * all that begin so, and several in one string must stand side by side.
   */
  public void search(List<String> words, RunQuery query, Visitor visitor) throws IOException {
    String wanted = SearchWords.query(words);
    if (wanted.isEmpty()) {
      return;
    }
    Condition condition = Condition.of(query).and("word MATCH ?", Optional.of(wanted));
    each(
        "SELECT "
            + RunReader.COLUMNS
            + ", snippet(word, -1, '[', ']', '…', 12) AS place"
            + " FROM word JOIN run ON run.number = word.rowid WHERE "
            + condition.sql()
            + " ORDER BY word.rank, run.number DESC LIMIT ?",
        row -> visitor.visit(RunReader.read(row), row.getString("place")),
        condition.valuesAnd(query.limit()));
  }

  /** The run of that id. */
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

  /** The newest of the runs that are wanted. */
  public Optional<ArchivedRun> newest(RunQuery query) throws IOException {
    List<ArchivedRun> found = new ArrayList<>(1);
    list(query.limit(1), (run, asked) -> found.add(run));
    return found.stream().findFirst();
  }

  /** The ids that begin so, in order, at most so many. */
  public List<String> ids(String beginning, int limit) throws IOException {
    List<String> ids = new ArrayList<>();
    each(
        "SELECT DISTINCT id FROM run WHERE substr(id, 1, length(?)) = ? ORDER BY id LIMIT ?",
        row -> ids.add(row.getString(1)),
        beginning,
        beginning,
        limit);
    return ids;
  }

  /**
   * Writes the transcript of the run of that id ({@code docs/transcript-format.md}), which replays
   * to the answer that was given. That of an unfinished run lacks its end. Nothing is written if
   * there is no such run.
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
   * Removes the runs of those ids, for good: what they said is overwritten in the archive's files,
   * the index of words included.
   */
  public Removal remove(List<String> ids) throws IOException {
    return ids.isEmpty() ? new Removal(0, List.of(), true) : erase(RunQuery.all(), ids);
  }

  /** Removes the runs that are wanted, for good; the query's limit plays no part. */
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
   * A single wrong byte can lead SQLite to the table or index beside the right one, and if that is
   * empty no run is found. To check all pages is cheap where there are hardly any.
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
    visitor.visit(run, run.asked());
  }

  private Removal erase(RunQuery query, List<String> ids) throws IOException {
    try {
      return new Eraser(session).remove(query, ids);
    } catch (SQLException refused) {
      throw SqlTrouble.of(file, refused);
    }
  }

  private void each(String sql, Session.Row row, Object... values) throws IOException {
    try {
      session.each(sql, row, values);
    } catch (SQLException refused) {
      throw SqlTrouble.of(file, refused);
    }
  }

  /** Sees one run after the other, while the archive is read. */
  @FunctionalInterface
  public interface Visitor {
    /** The next run, with the part of it to show; what this throws ends the visit. */
    void visit(ArchivedRun run, String excerpt) throws IOException;
  }
}
