package io.sluice.sinks.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.NativeLibraryNotFoundException;

/** Puts what SQLite refused into one line: the file, what is wrong, the remedy. */
final class SqlTrouble {
  private static final int PRIMARY_CODE = 0xFF;

  private static final int BUSY = 5;

  private SqlTrouble() {}

  static boolean isBusy(SQLException thrown) {
    return (thrown.getErrorCode() & PRIMARY_CODE) == BUSY;
  }

  static IOException of(Path file, SQLException thrown) {
    if (thrown.getCause() instanceof NativeLibraryNotFoundException) {
      return said(
          file,
          "cannot be used: SQLite's own library cannot be loaded, perhaps because nothing may be run"
              + " from where it is; set the property org.sqlite.tmpdir to another folder",
          thrown);
    }
    return switch (thrown.getErrorCode() & PRIMARY_CODE) {
      case BUSY, 6 -> // and SQLITE_LOCKED
          new BusyArchiveException(
              file + " is kept busy by another process; try again when that has ended", thrown);
      case 3, 8, 14, 23 -> // SQLITE_PERM, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_AUTH
          said(file, "cannot be opened and written; check its permissions", thrown);
      case 13 -> // SQLITE_FULL
          said(file, "takes no more: the disk is full; make room there", thrown);
      case 11 -> // SQLITE_CORRUPT
          new DamagedArchiveException(file + " is damaged", thrown);
      case 26 -> // SQLITE_NOTADB
          new DamagedArchiveException(file + " is no archive", thrown);
      default -> said(file, "cannot be used: " + thrown.getMessage(), thrown);
    };
  }

  private static IOException said(Path file, String what, SQLException thrown) {
    return new IOException(file + " " + what, thrown);
  }
}
