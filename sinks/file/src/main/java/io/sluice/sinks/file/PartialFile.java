package io.sluice.sinks.file;

import io.sluice.text.FileReason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The file {@code x.partial}, which is renamed to {@code x} at the end, so that {@code x} is always
 * a whole answer. Mutable; for one run.
 */
final class PartialFile implements RecordTarget {

  private final Path target;
  private final PrivateFile partial;
  private final Overwrite overwrite;

  private PartialFile(Path target, PrivateFile partial, Overwrite overwrite) {
    this.target = target;
    this.partial = partial;
    this.overwrite = overwrite;
  }

  /**
   * A new file; neither it nor its partial file may exist.
   *
   * @param remedy what the user can do to replace a file, in the words of a message
   * @throws IOException with a one-line message, if either exists
   */
  static PartialFile beside(Path path, String remedy) throws IOException {
    Places.check(path);
    if (Places.isTaken(path)) {
      throw new IOException(path + " already exists; " + remedy + " to replace it");
    }
    Path partial = Places.partialOf(path);
    try {
      return new PartialFile(path, PrivateFile.create(partial), Overwrite.NEVER);
    } catch (FileAlreadyExistsException left) {
      throw new IOException(
          partial
              + " already exists, left by a run that did not complete; move it away, or "
              + remedy
              + " to replace it",
          left);
    }
  }

  /**
   * Replaces both files. Through a symbolic link, the linked file is replaced; it is not touched
   * before the end.
   */
  static PartialFile replacing(Path path) throws IOException {
    Places.check(path);
    Path target = Files.exists(path) ? path.toRealPath() : path;
    Path partial = Places.partialOf(target);
    if (Places.isTaken(partial)) {
      PrivateFile.delete(partial);
    }
    return new PartialFile(target, PrivateFile.create(partial), Overwrite.ALWAYS);
  }

  @Override
  public OutputStream out() {
    return partial.out();
  }

  @Override
  public boolean hasEarlierContent() {
    return false;
  }

  @Override
  public long length() throws IOException {
    return partial.length();
  }

  @Override
  public void rewrite(long position, byte[] bytes) throws IOException {
    partial.rewrite(position, bytes);
  }

  @Override
  public void sync() throws IOException {
    partial.sync();
  }

  @Override
  public void syncName() {
    Places.syncFolder(partial.path());
  }

  @Override
  public void complete() throws IOException {
    partial.close();
    if (overwrite == Overwrite.NEVER && Places.isTaken(target)) {
      throw new IOException(
          target + " appeared meanwhile; the whole answer is in " + partial.path());
    }
    try {
      Files.move(partial.path(), target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException refused) {
      throw new IOException(
          FileReason.line(
              partial.path() + " holds the whole answer but cannot be renamed", refused),
          refused);
    }
  }

  @Override
  public void abandon() throws IOException {
    partial.close();
    Files.deleteIfExists(partial.path());
  }

  @Override
  public void close() throws IOException {
    partial.close();
  }

  private enum Overwrite {
    NEVER,
    ALWAYS
  }
}
