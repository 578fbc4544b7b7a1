package io.sluice.batch.input;

import io.sluice.batch.row.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The rows of several files, one after another. Mutable; for one thread. */
final class ChainedRows implements RowSource {

  private final RowReading reading;
  private final List<Path> files;
  private final TreeMap<Long, Integer> begins = new TreeMap<>();
  private int next;
  private long last;
  private RowSource current;

  ChainedRows(RowReading reading, List<Path> files) throws IOException {
    this.reading = reading;
    this.files = List.copyOf(files);
    this.current = open();
  }

  @Override
  public Optional<Row> next() throws IOException {
    Optional<Row> row = current.next();
    while (row.isEmpty() && next < files.size()) {
      current.close();
      current = open();
      row = current.next();
    }
    row.ifPresent(read -> last = read.number());
    return row;
  }

  /** With the name of the file if there are several, and the line in that file. */
  @Override
  public String place(Row row) {
    var begun = begins.lowerEntry(row.number());
    if (files.size() == 1 || begun == null) {
      return current.place(row);
    }
    String here = current.place(row.numbered(row.number() - begun.getKey() + begins.lastKey()));
    return here + " of " + files.get(begun.getValue());
  }

  private RowSource open() throws IOException {
    Path file = files.get(next);
    begins.put(last, next);
    next++;
    return RowSources.open(
        reading, String.valueOf(file.getFileName()), Files.newInputStream(file), last);
  }

  @Override
  public void close() throws IOException {
    current.close();
  }
}
