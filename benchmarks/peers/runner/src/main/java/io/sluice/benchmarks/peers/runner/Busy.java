package io.sluice.benchmarks.peers.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How busy the whole machine was, as Linux tells it.
 *
 * @param all ticks of all processors since the start
 * @param idle those in which one had nothing to do
 */
record Busy(long all, long idle) {

  static Busy now() throws IOException {
    String[] fields = Files.readString(Path.of("/proc/stat")).split("\n")[0].split(" +");
    long all = 0;
    for (int i = 1; i < fields.length; i++) {
      all += Long.parseLong(fields[i]);
    }
    return new Busy(all, Long.parseLong(fields[4]) + Long.parseLong(fields[5]));
  }

  /** The share of the time since then in which the processors were busy. */
  double since() throws IOException {
    Busy now = now();
    return 1 - (now.idle - idle) / (double) Math.max(1, now.all - all);
  }
}
