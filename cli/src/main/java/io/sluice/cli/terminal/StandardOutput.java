package io.sluice.cli.terminal;

import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The command's stdout; not {@code System.out}, which hides a broken pipe. Bytes go straight to
 * their reader, and it is remembered when that reader has gone away. Any thread may write, one at a
 * time.
 */
public final class StandardOutput extends OutputStream {
  private final OutputStream out;
  private volatile boolean closed;

  /** Creates an output whose bytes go to {@code out}. */
  public StandardOutput(OutputStream out) {
    this.out = out;
  }

  /** Whether a write failed because the reader has gone away. */
  public boolean closed() {
    return closed;
  }

  /** Whether a run failed for no other reason than that the reader has gone away. */
  public boolean ended(Outcome outcome) {
    return closed && outcome.failure().filter(Failure.Sinks.class::isInstance).isPresent();
  }

  /** Writes text as UTF-8 in one piece, so that no reader sees half a line of it. */
  public void print(String text) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8));
    flush();
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException refused) {
      learnFrom(refused);
      throw refused;
    }
  }

  /** Takes note of a failed write to stdout, which may mean that its reader has gone away. */
  public void learnFrom(IOException refused) {
    closed |= saysClosed(refused) || readerIsAProcess();
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  private static boolean saysClosed(IOException refused) {
    String message = String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("broken pipe") || message.contains("bad file descriptor");
  }

  /** The system's words are the user's language; what a write to a pipe fails with is not. */
  private static boolean readerIsAProcess() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
      return target.startsWith("pipe:") || target.startsWith("socket:");
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
