package io.sluice.testkit;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A standard stream of the process that records a call to close and stays open. Thread-safe. */
final class GuardedStream extends PrintStream {

  private final PrintStream guarded;
  private volatile boolean closed;

  GuardedStream(PrintStream guarded) {
    super(guarded, true, StandardCharsets.UTF_8);
    this.guarded = guarded;
  }

  PrintStream guarded() {
    return guarded;
  }

  boolean closed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    flush();
  }
}
