package io.sluice.runlog;

import java.util.ArrayList;
import java.util.List;

/** Reads of logs, and lines to fill them with. */
final class LogReading {

  private LogReading() {}

  /** A line of some length that says which it is. */
  static String line(long number) {
    return "{\"type\":\"chunk\",\"n\":"
        + number
        + ",\"pad\":\""
        + "é".repeat((int) (number % 50))
        + "\"}";
  }

  /** The lines with these numbers. */
  static List<String> lines(long from, long to) {
    List<String> lines = new ArrayList<>();
    for (long number = from; number <= to; number++) {
      lines.add(line(number));
    }
    return lines;
  }

  /** Fills a log with lines, up to this one. */
  static void fill(RunLog log, long to) {
    for (long number = log.lines() + 1; number <= to; number++) {
      log.append(line(number) + "\n");
    }
  }

  /** Everything behind a cursor, read in slices of so many bytes. */
  static List<String> rest(RunLog log, long after, int bytes) {
    List<String> read = new ArrayList<>();
    LogSlice slice = log.read(after, bytes);
    while (!slice.lines().isEmpty()) {
      slice.lines().forEach(line -> read.add(line.text()));
      slice = log.read(slice.next(), bytes);
    }
    return read;
  }
}
