package io.sluice.cli.terminal;

import io.sluice.cli.settings.UsageException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The command's stdin. What a read fails with says that it was stdin; a folder, which a shell opens
 * like any file, is refused as such. For one thread at a time.
 */
final class StandardInput extends FilterInputStream {
  private static final Path ITSELF = Path.of("/dev/stdin");

  StandardInput(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException refused) {
      throw explained(refused);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (IOException refused) {
      throw explained(refused);
    }
  }

  private static IOException explained(IOException refused) {
    if (Files.isDirectory(ITSELF)) {
      throw new UsageException("stdin is a folder; name a file in it", refused);
    }
    return new IOException("stdin cannot be read: " + refused.getMessage(), refused);
  }
}
