package io.sluice.sinks.file;

import io.sluice.text.FileReason;
import io.sluice.text.OwnerOnly;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An open file that only its owner may read and only this run may write. It is not a channel,
 * because a channel closes itself when its thread is interrupted, and the rest of the answer would
 * be lost. Mutable; for one thread at a time.
 */
final class PrivateFile implements Closeable {

  private final Path path;
  private final RandomAccessFile file;
  private final OutputStream out;

  private PrivateFile(Path path, RandomAccessFile file) throws IOException {
    this.path = path;
    this.file = file;
    this.out = new ExplainedOutput(path, new FileOutputStream(file.getFD()));
  }

  /**
   * Creates a file.
   *
   * @throws FileAlreadyExistsException if the path exists
   */
  static PrivateFile create(Path path) throws IOException {
    try {
      Files.createFile(path, OwnerOnly.file(path));
    } catch (FileAlreadyExistsException taken) {
      throw taken;
    } catch (IOException refused) {
      throw new IOException(FileReason.line(path + " cannot be made", refused), refused);
    }
    return open(path);
  }

  /** Opens the file, or creates it. */
  static PrivateFile openOrCreate(Path path) throws IOException {
    if (!Places.isTaken(path)) {
      try {
        return create(path);
      } catch (FileAlreadyExistsException meanwhile) {
        return open(path);
      }
    }
    return open(path);
  }

  /** Deletes a file that no run is writing. */
  static void delete(Path path) throws IOException {
    open(path).close();
    Files.delete(path);
  }

  private static PrivateFile open(Path path) throws IOException {
    try {
      return locked(path, new RandomAccessFile(path.toFile(), "rw"));
    } catch (java.io.FileNotFoundException refused) {
      throw new IOException(FileReason.line(path + " cannot be opened", refused), refused);
    }
  }

  private static PrivateFile locked(Path path, RandomAccessFile file) throws IOException {
    try {
      if (isFree(file)) {
        return new PrivateFile(path, file);
      }
      throw new IOException(path + " is being written by another run; wait for its end");
    } catch (IOException refused) {
      file.close();
      throw refused;
    }
  }

  /** Locks the file if it is free. */
  private static boolean isFree(RandomAccessFile file) throws IOException {
    try {
      return file.getChannel().tryLock() != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  Path path() {
    return path;
  }

  OutputStream out() {
    return out;
  }

  /**
   * Moves to the end of the file and completes its last line; returns whether the file has any
   * content.
   */
  boolean seekEnd() throws IOException {
    long length = file.length();
    if (length == 0) {
      return false;
    }
    file.seek(length - 1);
    if (file.read() != '\n') {
      out.write('\n');
    }
    return true;
  }

  long length() throws IOException {
    return file.length();
  }

  /** Overwrites existing bytes and returns to the end. */
  void rewrite(long position, byte[] bytes) throws IOException {
    file.seek(position);
    out.write(bytes);
    file.seek(file.length());
  }

  void sync() throws IOException {
    try {
      file.getFD().sync();
    } catch (IOException refused) {
      throw new IOException(
          path + " cannot be forced onto the disk: " + refused.getMessage(), refused);
    }
  }

  /** Also releases the lock. */
  @Override
  public void close() throws IOException {
    file.close();
  }
}
