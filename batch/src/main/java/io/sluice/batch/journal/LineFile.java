package io.sluice.batch.journal;

import io.sluice.text.FileReason;
import io.sluice.text.OwnerOnly;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A file of lines that this process alone appends to, one write each. What an earlier process left
 * behind the last line feed is no line: it is cut off. Mutable; for one thread.
 */
final class LineFile implements Closeable {

  private static final int READ = 64 * 1024;

  private final Path path;
  private final FileChannel channel;
  private long end;

  private LineFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Opens a file, which is made if it is not there.
   *
   * @throws JournalException if it cannot be opened, or another process has it
   */
  static LineFile open(Path path) throws JournalException {
    try {
      var options =
          Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileChannel channel =
          Files.exists(path)
              ? FileChannel.open(path, options)
              : FileChannel.open(path, options, OwnerOnly.file(path));
      lock(path, channel);
      return new LineFile(path, channel);
    } catch (JournalException known) {
      throw known;
    } catch (IOException refused) {
      throw new JournalException(FileReason.line(path + " cannot be opened", refused), refused);
    }
  }

  private static void lock(Path path, FileChannel channel) throws IOException {
    boolean locked;
    try {
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException ours) {
      locked = false;
    }
    if (!locked) {
      channel.close();
      throw new JournalException(
          path + " is in use by another batch; wait for its end, or name another output");
    }
  }

  /**
   * Reads all lines, then cuts off what follows the last one.
   *
   * @return how many bytes were cut off
   */
  long recover(LineReader reader) throws IOException {
    var line = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(READ);
    channel.position(0);
    long begin = 0;
    while (channel.read(buffer.clear()) > 0) {
      buffer.flip();
      while (buffer.hasRemaining()) {
        byte next = buffer.get();
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
    if (line.size() > 0) {
      channel.truncate(begin);
    }
    return line.size();
  }

  /**
   * Appends a line.
   *
   * @return where it begins
   * @throws JournalException if it cannot be written, as on a full disk
   */
  long append(String line) throws JournalException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    long begin = end;
    try {
      long at = begin;
      while (bytes.hasRemaining()) {
        at += channel.write(bytes, at);
      }
      end = at;
    } catch (IOException refused) {
      throw unwritable(refused);
    }
    return begin;
  }

  /** Whether it has no line. */
  boolean isEmpty() {
    return end == 0;
  }

  void force() throws JournalException {
    try {
      channel.force(false);
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
    channel.close();
  }

  /** Is told the lines of a file. */
  @FunctionalInterface
  interface LineReader {
    /** Takes a line and where it begins. */
    void line(long begin, String text) throws IOException;
  }
}
