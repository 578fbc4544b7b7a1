package io.sluice.sinks.exec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Copies a program's output as it arrives. It reads to the end even if the copy cannot be written,
 * because a program blocks if its output is not read.
 */
final class OutputCopy implements Runnable {

  private final InputStream from;
  private final OutputStream to;

  OutputCopy(InputStream from, OutputStream to) {
    this.from = from;
    this.to = to;
  }

  @Override
  public void run() {
    byte[] buffer = new byte[8192];
    boolean taken = true;
    try (from) {
      for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        taken = taken && copied(buffer, read);
      }
    } catch (IOException ended) {
      // A killed program closes its pipe.
    }
  }

  private boolean copied(byte[] buffer, int length) {
    try {
      to.write(buffer, 0, length);
      to.flush();
      return true;
    } catch (IOException closed) {
      return false;
    }
  }
}
