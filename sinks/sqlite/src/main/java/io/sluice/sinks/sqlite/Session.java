package io.sluice.sinks.sqlite;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One connection to a database. Mutable; for one thread at a time. */
final class Session implements AutoCloseable {
  private final Connection connection;

  Session(Connection connection) {
    this.connection = connection;
  }

  /** Sets how long each statement waits while another process locks the database. */
  void patience(Duration limit) throws SQLException {
    run("PRAGMA busy_timeout = " + limit.toMillis());
  }

  /** Runs any number of statements without results. */
  void run(String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(script);
    }
  }

  /** Runs one statement that changes rows, and returns their number. */
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

  /** Passes each row to {@code row}, in order. */
  void each(String sql, Row row, @Nullable Object... values) throws SQLException, IOException {
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        row.take(rows);
      }
    }
  }

  /** Runs {@code work} in one transaction, which excludes all other writers. */
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

  /** After a grave failure SQLite has rolled back by itself; then there is nothing to do. */
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

  /** Reads one row. */
  @FunctionalInterface
  interface Row {
    void take(ResultSet columns) throws SQLException, IOException;
  }

  /** The statements of one transaction. */
  @FunctionalInterface
  interface Work {
    void run() throws SQLException, IOException;
  }
}
