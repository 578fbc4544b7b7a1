package io.sluice.examples;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What an example prints, and somebody who reads along. Thread-safe. */
final class Printed extends ByteArrayOutputStream {

  PrintStream stream() {
    return new PrintStream(this, true, StandardCharsets.UTF_8);
  }

  String text() {
    return toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    super.write(bytes, offset, length);
    notifyAll();
  }

  /** A keyboard at which somebody presses Enter as soon as {@code words} are on the screen. */
  InputStream enterAfter(String words) {
    return new FilterInputStream(new ByteArrayInputStream(new byte[] {'\n'})) {
      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        await(words);
        return super.read(bytes, offset, length);
      }
    };
  }

  private synchronized void await(String words) {
    try {
      while (!text().contains(words)) {
        wait();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
