package io.sluice.sinks.sqlite;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One connection to a database and what is said through it. Mutable; for one thread at a time. */
final class Session implements AutoCloseable {
  private final Connection connection;

  Session(Connection connection) {
    this.connection = connection;
  }

  /** How long each statement waits from now on while another process has the database. */
  void patience(Duration limit) throws SQLException {
    run("PRAGMA busy_timeout = " + limit.toMillis());
  }

  /** Any number of statements without results. */
  void run(String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(script);
    }
  }

  /** One statement that changes rows; how many they were. */
  int change(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(sql, values)) {
      return statement.executeUpdate();
    }
  }

  /** The number in the first column of the first row; 0 if there is no row. */
  long number(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /** Each row in turn. */
  void each(String sql, Row row, @Nullable Object... values) throws SQLException, IOException {
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        row.take(rows);
      }
    }
  }

  /** Everything or nothing of it, and nobody else writes meanwhile. */
  void write(Work work) throws SQLException, IOException {
    run("BEGIN IMMEDIATE");
    boolean done = false;
    try {
      work.run();
      run("COMMIT");
      done = true;
    } finally {
      if (!done) {
        rollBack();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** SQLite has rolled back by itself where the failure was grave; then there is nothing to do. */
  private void rollBack() {
    try {
      run("ROLLBACK");
    } catch (SQLException over) {
      return;
    }
  }

  private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** What becomes of a row. */
  @FunctionalInterface
  interface Row {
    void take(ResultSet columns) throws SQLException, IOException;
  }

  /** What is done in one transaction. */
  @FunctionalInterface
  interface Work {
    void run() throws SQLException, IOException;
  }
}
