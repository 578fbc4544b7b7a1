package io.sluice.cli.command;

import io.sluice.cli.settings.InputFiles;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.StandardStreams;
import io.sluice.json.Utf8;
import io.sluice.settings.ReadableFile;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that a command is to read; bytes that are no UTF-8 become U+FFFD. */
public final class InputText {
  private static final int LONGEST = 64 * 1024 * 1024;
  private static final int BLOCK = 64 * 1024;

  private InputText() {}

  /** What becomes of a text that is read block by block. */
  public interface Use {
    /** Takes the next block, which ends in no half of anything. */
    void block(String text) throws IOException;

    /** The text is whole. */
    void end() throws IOException;
  }

  /** The whole text of that name, {@code -} for stdin, up to a bound. */
  public static String read(String name, StandardStreams streams) throws IOException {
    try (InputStream in = open(name, streams)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new UsageException(name + " holds more than 64 MiB; split it");
      }
      return Utf8.decode(bytes, 0, bytes.length);
    }
  }

  /** Reads the text of that name, {@code -} for stdin, however long it is. */
  public static void read(String name, StandardStreams streams, Use use) throws IOException {
    byte[] bytes = new byte[BLOCK];
    int kept = 0;
    try (InputStream in = open(name, streams)) {
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes, kept, BLOCK - kept)) {
        int length = kept + read;
        int end = wholeCharacters(bytes, length);
        use.block(Utf8.decode(bytes, 0, end));
        kept = length - end;
        System.arraycopy(bytes, end, bytes, 0, kept);
      }
    }
    use.block(Utf8.decode(bytes, 0, kept));
    use.end();
  }

  /** Where a sequence begins that may go on; it has a first byte, and three more at most. */
  private static int wholeCharacters(byte[] bytes, int length) {
    for (int at = length - 1; at >= Math.max(0, length - 3); at--) {
      if ((bytes[at] & 0xC0) == 0xC0) {
        return at;
      }
    }
    return length;
  }

  private static InputStream open(String name, StandardStreams streams) throws IOException {
    if (name.equals("-")) {
      return unclosed(streams.in());
    }
    Path file = InputFiles.path(name);
    ReadableFile.check(file);
    return new BufferedInputStream(Files.newInputStream(file), BLOCK);
  }

  /** Stdin is not ours to close. */
  private static InputStream unclosed(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        return in.read(bytes, offset, length);
      }

      @Override
      public void close() {}
    };
  }
}
