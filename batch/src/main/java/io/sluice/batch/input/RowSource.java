package io.sluice.batch.input;

import io.sluice.batch.row.Row;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Yields the rows of a batch, one after another. For one thread. */
public interface RowSource extends Closeable {

  /**
   * Returns the next row, with its number; empty at the end. May block.
   *
   * @throws InputException if what follows cannot be read as rows
   */
  Optional<Row> next() throws IOException;

  /** Where a row of this source stands, for people: {@code "line 17"} or {@code "record 16"}. */
  String place(Row row);

  @Override
  void close() throws IOException;
}
