/** Keeps every run in a SQLite database that can be searched. */
@SuppressWarnings("requires-automatic") // Guice names no module
module io.sluice.sinks.sqlite {
  requires transitive io.sluice.core;
  requires java.sql;
  requires org.xerial.sqlitejdbc;
  requires static com.google.guice;
  requires static org.jspecify;

  exports io.sluice.sinks.sqlite;

  provides io.sluice.plugin.Plugin with
      io.sluice.sinks.sqlite.SqlitePlugin;
}
