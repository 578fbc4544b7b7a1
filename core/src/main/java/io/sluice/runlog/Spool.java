package io.sluice.runlog;

import io.sluice.text.OwnerOnly;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The oldest lines of a log, in a file that its owner alone can read. The file has no name once it
 * is open, on systems that allow it, so that not even a killed process leaves it behind. One thread
 * writes; any may read meanwhile, one at a time.
 */
final class Spool implements AutoCloseable {

  /** Each so many lines the place of one is remembered, which costs eight bytes. */
  private static final int STRIDE = 64;

  private static final int READ = 64 * 1024;

  private final Path file;
  // Two, because a reader moves the place in the file. Channels would be closed by an interrupt.
  private final RandomAccessFile out;
  private final RandomAccessFile in;
  private volatile long[] places = new long[STRIDE];
  private volatile long lines;
  private long length;

  private Spool(Path file, RandomAccessFile out, RandomAccessFile in) {
    this.file = file;
    this.out = out;
    this.in = in;
  }

  /** Makes the file in a folder, which is made if there is none. */
  static Spool in(Path folder) throws IOException {
    Files.createDirectories(folder, OwnerOnly.folder(folder));
    Path file = Files.createTempFile(folder, "run-", ".spool", OwnerOnly.file(folder));
    var out = new RandomAccessFile(file.toFile(), "rw");
    var spool = new Spool(file, out, new RandomAccessFile(file.toFile(), "r"));
    spool.unlink();
    return spool;
  }

  /** How many lines are in the file, from the first. */
  long lines() {
    return lines;
  }

  /** Adds lines in one write. After an exception the file has what it had before. */
  void add(List<byte[]> more) throws IOException {
    var text = new ByteArrayOutputStream();
    long number = lines;
    for (byte[] line : more) {
      remember(number, length + text.size());
      text.writeBytes(line);
      text.write('\n');
      number++;
    }
    out.seek(length);
    out.write(text.toByteArray());
    length += text.size();
    lines = number;
  }

  /** The lines behind {@code after}: as many as {@code most} bytes have, but at least one. */
  synchronized List<LogLine> read(long after, int most) throws IOException {
    long last = lines;
    in.seek(places[entry(after)]);
    var cutter = new Cutter(after - after % STRIDE);
    while (cutter.number < after) {
      cutter.next();
    }
    List<LogLine> found = new ArrayList<>();
    long room = most;
    while (cutter.number < last) {
      LogLine line = cutter.next();
      room -= line.size();
      if (room < 0 && !found.isEmpty()) {
        break;
      }
      found.add(line);
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    try (out;
        in) {
      Files.deleteIfExists(file);
    }
  }

  /** A reader looks only at entries of lines that were added before. */
  private void remember(long index, long place) {
    if (index % STRIDE == 0) {
      long[] known = places;
      int entry = entry(index);
      if (entry == known.length) {
        known = Arrays.copyOf(known, 2 * entry);
        places = known;
      }
      known[entry] = place;
    }
  }

  private static int entry(long index) {
    return Math.toIntExact(index / STRIDE);
  }

  private void unlink() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException open) {
      // Such a system deletes no open file; close() does it.
    }
  }

  /** Cuts the file into lines, from where it stands. */
  private final class Cutter {

    private final byte[] buffer = new byte[READ];
    private long number;
    private int position;
    private int filled;

    Cutter(long before) {
      this.number = before;
    }

    LogLine next() throws IOException {
      var line = new ByteArrayOutputStream();
      while (fill()) {
        int end = position;
        while (end < filled && buffer[end] != '\n') {
          end++;
        }
        line.write(buffer, position, end - position);
        position = end + 1;
        if (end < filled) {
          number++;
          return new LogLine(number, line.toByteArray());
        }
      }
      throw new IOException(file + " ends in line " + (number + 1));
    }

    private boolean fill() throws IOException {
      if (position >= filled) {
        filled = in.read(buffer);
        position = 0;
      }
      return filled > 0;
    }
  }
}
