package io.sluice.cli.record;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.sluice.text.FileReason;
import io.sluice.text.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A new file, readable by its owner alone. Nothing waits in a buffer of ours. */
final class RecordFile implements RecordPlace {
  private final Path path;
  private @Nullable FileChannel file;

  RecordFile(Path path) {
    this.path = path;
  }

  @Override
  public void open() throws IOException {
    try {
      file = FileChannel.open(path, Set.of(CREATE_NEW, WRITE), OwnerOnly.file(path));
    } catch (IOException refused) {
      throw new IOException(FileReason.line(path + " cannot be made", refused), refused);
    }
  }

  @Override
  public void restart() throws IOException {
    if (file != null) {
      file.truncate(0);
    }
  }

  @Override
  public void write(ByteBuffer bytes) throws IOException {
    try {
      while (file != null && bytes.hasRemaining()) {
        file.write(bytes);
      }
    } catch (IOException refused) {
      throw new IOException(path + " cannot be written: " + refused.getMessage(), refused);
    }
  }

  @Override
  public void settle() {}

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
