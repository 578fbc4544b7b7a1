package io.sluice.sinks.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.sqlite.NativeLibraryNotFoundException;

/** Describes an error of SQLite in one line: the file, what is wrong, the remedy. */
final class SqlTrouble {
  private static final int PRIMARY_CODE = 0xFF;

  private static final int BUSY = 5;
  private static final int CORRUPT = 11;

  /** SQLite's messages for tables that are not those of the file's version. */
  private static final Pattern OTHER_TABLES =
      Pattern.compile("no such (table|column)|already exists|unsupported file format");

  private SqlTrouble() {}

  static boolean isBusy(SQLException thrown) {
    return (thrown.getErrorCode() & PRIMARY_CODE) == BUSY;
  }

  /** The exception for damage that SQLite itself cannot detect. */
  static SQLException damage(String what) {
    return new SQLException(what, null, CORRUPT);
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
      case CORRUPT -> new DamagedArchiveException(file + " is damaged", thrown);
      case 26 -> // SQLITE_NOTADB
          new DamagedArchiveException(file + " is no archive", thrown);
      default -> other(file, thrown);
    };
  }

  private static IOException other(Path file, SQLException thrown) {
    String message = String.valueOf(thrown.getMessage());
    return OTHER_TABLES.matcher(message).find()
        ? new DamagedArchiveException(file + " is damaged", thrown)
        : said(file, "cannot be used: " + message, thrown);
  }

  private static IOException said(Path file, String what, SQLException thrown) {
    return new IOException(file + " " + what, thrown);
  }
}
