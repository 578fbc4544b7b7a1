package io.sluice.sinks.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A file that is appended to in place, and locked meanwhile. Mutable; for one run. */
final class AppendedFile implements RecordTarget {

  private final PrivateFile file;
  private final boolean hasEarlierContent;

  private AppendedFile(PrivateFile file, boolean hasEarlierContent) {
    this.file = file;
    this.hasEarlierContent = hasEarlierContent;
  }

  static AppendedFile open(Path path) throws IOException {
    Places.check(path);
    PrivateFile file = PrivateFile.openOrCreate(path);
    try {
      return new AppendedFile(file, file.seekEnd());
    } catch (IOException unreadable) {
      file.close();
      throw unreadable;
    }
  }

  @Override
  public OutputStream out() {
    return file.out();
  }

  @Override
  public boolean hasEarlierContent() {
    return hasEarlierContent;
  }

  @Override
  public long length() throws IOException {
    return file.length();
  }

  @Override
  public void rewrite(long position, byte[] bytes) throws IOException {
    file.rewrite(position, bytes);
  }

  @Override
  public void sync() throws IOException {
    file.sync();
  }

  @Override
  public void syncName() {
    Places.syncFolder(file.path());
  }

  /** Does nothing: the file already has its name. */
  @Override
  public void complete() {}

  /** Does nothing: the file keeps the text, which says that it is incomplete. */
  @Override
  public void abandon() {}

  @Override
  public void close() throws IOException {
    file.close();
  }
}
