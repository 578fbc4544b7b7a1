package io.sluice.sinks.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Updates a database to the current schema, one numbered step after the other; {@code user_version}
 * holds the last one. A database of another program, or of a newer Sluice, is refused.
 */
final class DatabaseSchema {
  /** The number of the last step. */
  static final int VERSION = 2;

  /** The letters Sluc, which mark a database of Sluice. */
  private static final int OURS = 0x536C7563;

  private final Path file;
  private final Session session;

  private DatabaseSchema(Path file, Session session) {
    this.file = file;
    this.session = session;
  }

  static void bringUpToDate(Path file, Session session) throws IOException, SQLException {
    var schema = new DatabaseSchema(file, session);
    if (schema.checkedVersion() < VERSION) {
      session.write(schema::migrate);
    }
  }

  /** Another process may have done the steps while this one waited for the lock. */
  private void migrate() throws IOException, SQLException {
    for (int step = checkedVersion() + 1; step <= VERSION; step++) {
      session.run(script("schema-" + step + ".sql"));
      session.run("PRAGMA user_version = " + step);
    }
    session.run("PRAGMA application_id = " + OURS);
  }

  /**
   * The order matters: tables that another process creates meanwhile appear in all three at once.
   */
  private int checkedVersion() throws IOException, SQLException {
    boolean fresh = session.number("SELECT count(*) FROM sqlite_master") == 0;
    long application = session.number("PRAGMA application_id");
    int version = (int) session.number("PRAGMA user_version");
    if (application != OURS && !fresh) {
      throw new IOException(file + " is the database of another program; name another file");
    }
    if (version < 0) {
      throw SqlTrouble.damage("its version is " + version);
    }
    if (version > VERSION) {
      throw new IOException(
          file
              + " was written by a newer Sluice: its version is "
              + version
              + ", this one knows "
              + VERSION
              + "; update Sluice, or name another file");
    }
    return version;
  }

  private static String script(String name) {
    try (InputStream in = DatabaseSchema.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
