package io.sluice.batch.journal;

import io.sluice.text.FileReason;
import io.sluice.text.OwnerOnly;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of lines that this process alone appends to, one write each. What an earlier process left
 * behind the last line feed is no line: it is cut off before the next. It is written past its
 * channel, which an interrupt of the thread would close. Mutable; for one thread.
 */
final class LineFile implements Closeable {

  private static final int READ = 64 * 1024;

  private final Path path;
  private final RandomAccessFile file;
  private long end;
  private long torn;

  private LineFile(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  /**
   * Opens a file, which is made if it is not there.
   *
   * @throws JournalException if it cannot be opened, or another process has it
   */
  static LineFile open(Path path) throws JournalException {
    try {
      if (!Files.exists(path)) {
        Files.createFile(path, OwnerOnly.file(path));
      }
      var file = new RandomAccessFile(path.toFile(), "rw");
      lock(path, file);
      return new LineFile(path, file);
    } catch (JournalException known) {
      throw known;
    } catch (IOException refused) {
      throw new JournalException(FileReason.line(path + " cannot be opened", refused), refused);
    }
  }

  private static void lock(Path path, RandomAccessFile file) throws IOException {
    boolean locked;
    try {
      locked = file.getChannel().tryLock() != null;
    } catch (OverlappingFileLockException ours) {
      locked = false;
    }
    if (!locked) {
      file.close();
      throw new JournalException(
          path + " is in use by another batch; wait for its end, or name another output");
    }
  }

  /**
   * Reads all lines. What follows the last one stays until {@link #cut}.
   *
   * @return how many bytes that is
   */
  long recover(LineReader reader) throws IOException {
    var line = new ByteArrayOutputStream();
    byte[] buffer = new byte[READ];
    file.seek(0);
    long begin = 0;
    int read;
    while ((read = file.read(buffer)) > 0) {
      for (int at = 0; at < read; at++) {
        byte next = buffer[at];
        if (next == '\n') {
          reader.line(begin, line.toString(StandardCharsets.UTF_8));
          begin += line.size() + 1L;
          line.reset();
        } else {
          line.write(next);
        }
      }
    }
    end = begin;
    torn = line.size();
    return torn;
  }

  /** Cuts off what follows the last line. To be done before the first line is appended. */
  void cut() throws JournalException {
    try {
      file.setLength(end);
      torn = 0;
    } catch (IOException refused) {
      throw unwritable(refused);
    }
  }

  /**
   * Appends a line.
   *
   * @return where it begins
   * @throws JournalException if it cannot be written, as on a full disk
   */
  long append(String line) throws JournalException {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    long begin = end;
    try {
      file.seek(begin);
      file.write(bytes);
      end = begin + bytes.length;
    } catch (IOException refused) {
      throw unwritable(refused);
    }
    return begin;
  }

  /** Whether it has not even the beginning of a line. */
  boolean isEmpty() {
    return end + torn == 0;
  }

  void force() throws JournalException {
    try {
      file.getFD().sync();
    } catch (IOException refused) {
      throw unwritable(refused);
    }
  }

  private JournalException unwritable(IOException refused) {
    return new JournalException(
        FileReason.line(
            path + " cannot be written",
            refused,
            "mend that and give the same command again; nothing that was written is lost"),
        refused);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Is told the lines of a file. */
  @FunctionalInterface
  interface LineReader {
    /** Takes a line and where it begins. */
    void line(long begin, String text) throws IOException;
  }
}
