package io.sluice.cli.command;

import io.sluice.cli.settings.InputFiles;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.StandardStreams;
import io.sluice.settings.ReadableFile;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that a command is to read. Bytes that are no text in UTF-8 are refused. */
public final class InputText {
  private static final String STDIN = "-";
  private static final int MIB = 1024 * 1024;
  private static final int LONGEST = 64 * MIB;
  private static final int LONGEST_PROMPT = 16 * MIB;
  private static final int BLOCK = 64 * 1024;

  private InputText() {}

  /** What becomes of a text that is read block by block. */
  public interface Use {
    /** Takes the next block, which ends in no half of anything. */
    void block(String text) throws IOException;

    /** The text is whole. */
    void end() throws IOException;
  }

  /**
   * The whole text of that name, {@code -} for stdin, up to 64 MiB.
   *
   * @throws UsageException in one line, if it is longer or no text
   */
  public static String read(String name, StandardStreams streams) throws IOException {
    try (InputStream in = open(name, streams)) {
      return text(subject(name), in, LONGEST, "split it");
    }
  }

  /**
   * The whole text of a prompt, up to 16 MiB.
   *
   * @param subject what an error calls it
   * @throws UsageException in one line, if it is longer or no text
   */
  static String prompt(String subject, InputStream in) throws IOException {
    return text(subject, in, LONGEST_PROMPT, "give less");
  }

  private static String text(String subject, InputStream in, int longest, String remedy)
      throws IOException {
    byte[] bytes = in.readNBytes(longest + 1);
    if (bytes.length > longest) {
      throw new UsageException(subject + " holds more than " + longest / MIB + " MiB; " + remedy);
    }
    return new TextBytes(subject).next(bytes, bytes.length);
  }

  /**
   * Reads the text of that name, {@code -} for stdin, however long it is.
   *
   * @throws UsageException in one line, at the first block that is no text
   */
  public static void read(String name, StandardStreams streams, Use use) throws IOException {
    byte[] bytes = new byte[BLOCK];
    int kept = 0;
    var text = new TextBytes(subject(name));
    try (InputStream in = open(name, streams)) {
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes, kept, BLOCK - kept)) {
        int length = kept + read;
        int end = wholeCharacters(bytes, length);
        use.block(text.next(bytes, end));
        kept = length - end;
        System.arraycopy(bytes, end, bytes, 0, kept);
      }
    }
    use.block(text.next(bytes, kept));
    use.end();
  }

  private static String subject(String name) {
    return name.equals(STDIN) ? "stdin" : name;
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
    if (name.equals(STDIN)) {
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
