package io.sluice.sinks.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Brings a database to the present schema, one numbered step after the other; {@code user_version}
 * says which was the last. What another program wrote, or a newer Sluice, is refused.
 */
final class Schema {
  /** The last step there is. */
  static final int VERSION = 1;

  /** The letters Sluc: whose database it is. */
  private static final int OURS = 0x536C7563;

  private final Path file;
  private final Session session;

  private Schema(Path file, Session session) {
    this.file = file;
    this.session = session;
  }

  static void bringUpToDate(Path file, Session session) throws IOException, SQLException {
    var schema = new Schema(file, session);
    if (schema.checkedVersion() < VERSION) {
      session.write(schema::migrate);
    }
  }

  /** Another process may have taken the steps while this one waited for its turn. */
  private void migrate() throws IOException, SQLException {
    for (int step = checkedVersion() + 1; step <= VERSION; step++) {
      session.run(script("schema-" + step + ".sql"));
      session.run("PRAGMA user_version = " + step);
    }
    session.run("PRAGMA application_id = " + OURS);
  }

  /** In this order: what another process makes meanwhile appears in all three at once. */
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
    try (InputStream in = Schema.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
