package io.sluice.sinks.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Names the file in the messages of its errors. Mutable; for one thread at a time. */
final class ExplainedOutput extends OutputStream {

  private final Path path;
  private final OutputStream out;

  ExplainedOutput(Path path, OutputStream out) {
    this.path = path;
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException full) {
      throw new IOException(
          path + " takes no more: " + full.getMessage() + "; what came before is kept in it", full);
    }
  }
}
