package io.sluice.sinks.sqlite;

import io.sluice.text.OwnerOnly;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.JDBC;

/** Opens the file of an archive and updates its schema. */
final class Database {
  /** How long a writer waits for another one, whose transactions take milliseconds. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int PAUSE_MS = 2;

  private Database() {}

  /**
   * Opens the archive in that file, or creates it: with mode 0600 where the system has modes, also
   * for SQLite's files beside it. Waits for {@code patience} if another process has locked it.
   *
   * @throws DamagedArchiveException if the file holds no database, or a damaged one
   * @throws IOException with a one-line message, if it cannot be opened
   */
  static Session open(Path file, Duration patience) throws IOException {
    makeUnlessThere(file);
    try {
      return configured(file, connection(file), patience);
    } catch (SQLException refused) {
      throw SqlTrouble.of(file, refused);
    }
  }

  /** Opens the archive as {@link #open(Path, Duration)} does, with the default waiting time. */
  static Session open(Path file) throws IOException {
    return open(file, PATIENCE);
  }

  private static Session configured(Path file, Session session, Duration patience)
      throws SQLException, IOException {
    boolean usable = false;
    try {
      session.patience(patience);
      useWriteAheadLog(session, patience);
      session.run("PRAGMA synchronous = NORMAL");
      // Content that is removed, or moved within the file, is overwritten with zeros.
      session.number("PRAGMA secure_delete = ON");
      // Keeps content out of temporary files.
      session.run("PRAGMA temp_store = MEMORY");
      DatabaseSchema.bringUpToDate(file, session);
      usable = true;
      return session;
    } finally {
      if (!usable) {
        session.close();
      }
    }
  }

  /**
   * With this log, a killed process loses nothing that it wrote, and readers do not wait for
   * writers. While another process switches a new file to it, SQLite refuses at once instead of
   * waiting.
   */
  private static void useWriteAheadLog(Session session, Duration patience) throws SQLException {
    long start = System.nanoTime();
    while (true) {
      try {
        session.number("PRAGMA journal_mode = WAL");
        return;
      } catch (SQLException refused) {
        boolean late = System.nanoTime() - start > patience.toNanos();
        if (late || !SqlTrouble.isBusy(refused)) {
          throw refused;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MS));
      }
    }
  }

  /** Passes the path as a URI, in which no character of it is read as an option. */
  private static Session connection(Path file) throws SQLException {
    String url = JDBC.PREFIX + "file:" + file.toUri().getRawPath();
    Connection connection = new JDBC().connect(url, new Properties());
    return new Session(connection);
  }

  private static void makeUnlessThere(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw new IOException(file + " is a folder; name a file");
    }
    if (!Files.isDirectory(folder)) {
      throw new IOException(file + " cannot be made: there is no folder " + folder + "; create it");
    }
    try {
      Files.createFile(file, OwnerOnly.file(file));
    } catch (FileAlreadyExistsException there) {
      return;
    } catch (IOException refused) {
      throw new IOException(file + " cannot be made; check the permissions of " + folder, refused);
    }
  }
}
