package io.sluice.testkit;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A standard stream of the process that records a call to close and stays open, and keeps the
 * beginning of what is printed. Thread-safe.
 */
final class GuardedStream extends PrintStream {

  private final PrintStream guarded;
  private final Copy copy;
  private volatile boolean closed;

  GuardedStream(PrintStream guarded) {
    this(guarded, new Copy(guarded));
  }

  private GuardedStream(PrintStream guarded, Copy copy) {
    super(copy, true, StandardCharsets.UTF_8);
    this.guarded = guarded;
    this.copy = copy;
  }

  PrintStream guarded() {
    return guarded;
  }

  boolean closed() {
    return closed;
  }

  /** What was printed since this was asked last, up to 64 kB. */
  String printed() {
    flush();
    return copy.take();
  }

  @Override
  public void close() {
    closed = true;
    flush();
  }

  /** Passes everything on and keeps the beginning of it. */
  private static final class Copy extends FilterOutputStream {
    private static final int MOST = 1 << 16;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    Copy(OutputStream out) {
      super(out);
    }

    @Override
    public synchronized void write(int next) throws IOException {
      keep(new byte[] {(byte) next}, 0, 1);
      out.write(next);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
      keep(bytes, offset, length);
      out.write(bytes, offset, length);
    }

    synchronized String take() {
      String text = kept.toString(StandardCharsets.UTF_8);
      kept.reset();
      return text;
    }

    private void keep(byte[] bytes, int offset, int length) {
      kept.write(bytes, offset, Math.min(length, MOST - kept.size()));
    }
  }
}
