package io.sluice.sinks.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A file that grows in place, locked as long as it does. Mutable; for one run. */
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

  /** It has had its name all along. */
  @Override
  public void complete() {}

  /** What was written tells of itself; the file keeps it. */
  @Override
  public void abandon() {}

  @Override
  public void close() throws IOException {
    file.close();
  }
}
