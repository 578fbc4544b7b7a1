package io.sluice.cli.record;

import io.sluice.cli.terminal.StandardOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The process's stdout, from which nothing can be taken back. So the beginning waits, up to {@value
 * #HELD} bytes of it, until the answer cannot begin once more. Thread-safe.
 */
final class RecordStdout implements RecordPlace {
  private static final int HELD = 64 * 1024;

  private final StandardOutput out;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private boolean settled;

  RecordStdout(StandardOutput out) {
    this.out = out;
  }

  @Override
  public void open() {}

  @Override
  public synchronized void restart() {
    waiting.reset();
  }

  @Override
  public synchronized void write(ByteBuffer bytes) throws IOException {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    waiting.writeBytes(copy);
    if (settled || waiting.size() > HELD) {
      settle();
    }
  }

  @Override
  public synchronized void settle() throws IOException {
    settled = true;
    byte[] due = waiting.toByteArray();
    waiting.reset();
    if (due.length > 0) {
      out.write(due, 0, due.length);
      out.flush();
    }
  }

  @Override
  public void close() {}
}
