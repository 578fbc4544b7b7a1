package io.sluice.sinks.exec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Copies what a program says as it says it. It reads to the end even where nobody takes the copy: a
 * program whose output is not read stands still.
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
      // A program that is killed takes its pipe with it.
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
