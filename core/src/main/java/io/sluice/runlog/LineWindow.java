package io.sluice.runlog;

import java.util.ArrayList;
import java.util.List;

/** The last lines of a log, in memory. Mutable; its log guards it. */
final class LineWindow {

  private static final int FIRST_SIZE = 16;

  private byte[][] ring = new byte[FIRST_SIZE][];
  private int start;
  private int size;
  private long before;
  private long bytes;

  /** How many lines precede those in memory. */
  long before() {
    return before;
  }

  /** The number of the last line; 0 before the first. */
  long last() {
    return before + size;
  }

  /** How many bytes the lines have. */
  long bytes() {
    return bytes;
  }

  void add(byte[] line) {
    if (size == ring.length) {
      grow();
    }
    ring[(start + size) % ring.length] = line;
    size++;
    bytes += line.length;
  }

  /** The line of a number that is in the window. */
  byte[] line(long number) {
    return ring[(int) ((start + (number - before - 1)) % ring.length)];
  }

  /** The lines from the oldest that have to go so that at most {@code most} bytes stay. */
  List<byte[]> beyond(long most) {
    List<byte[]> oldest = new ArrayList<>();
    long left = bytes;
    for (long number = before + 1; left > most && number <= last(); number++) {
      byte[] line = line(number);
      oldest.add(line);
      left -= line.length;
    }
    return oldest;
  }

  /** Forgets the oldest lines; returns how many bytes they had. */
  long drop(int count) {
    long dropped = 0;
    for (int i = 0; i < count; i++) {
      dropped += ring[start].length;
      ring[start] = new byte[0];
      start = (start + 1) % ring.length;
    }
    size -= count;
    before += count;
    bytes -= dropped;
    return dropped;
  }

  private void grow() {
    byte[][] larger = new byte[2 * ring.length][];
    for (int i = 0; i < size; i++) {
      larger[i] = ring[(start + i) % ring.length];
    }
    ring = larger;
    start = 0;
  }
}
