package io.sluice.bench.audit;

/**
 * What the measuring program and its machine are doing. Thread-safe. Figures that the machine does
 * not tell are negative.
 */
public interface MachineProbe {

  /** The CPU time of this process so far, in nanoseconds. */
  long processCpuNanos();

  /** The share of all processors that was busy since the last call, from 0 to 1. */
  double machineCpu();

  /** The time of all garbage collections so far, in milliseconds. */
  long collectionMillis();

  /** The number of processors. */
  int processors();

  /** The files that this process has open, sockets included. */
  long openFiles();

  /** The files that this process may have open. */
  long mostFiles();

  /** The machine that this runs on. */
  static MachineProbe system() {
    return new SystemProbe();
  }
}
