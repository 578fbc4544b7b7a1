package io.sluice.server.passage;

import io.netty.buffer.ByteBuf;

/**
 * Knows whether an event stream stands between two events: behind a blank line, or at its
 * beginning. Lines that end with a carriage return alone are not looked at, so that streams of them
 * never do. Mutable; for one thread.
 */
final class EventBoundary {

  private boolean lineIsEmpty = true;
  private boolean between = true;

  /** Passes over the next bytes. */
  void pass(ByteBuf bytes) {
    for (int at = bytes.readerIndex(); at < bytes.writerIndex(); at++) {
      byte value = bytes.getByte(at);
      between = value == '\n' && lineIsEmpty;
      lineIsEmpty = value == '\n' || (value == '\r' && lineIsEmpty);
    }
  }

  /** Whether a comment can stand here. */
  boolean isBetween() {
    return between;
  }
}
