package io.sluice.bench.workload;

import java.util.List;

/**
 * The prompts of a benchmark. Deterministic: the same number always gives the same prompt.
 * Thread-safe.
 */
public interface Workload {

  /** The prompt of the request with that number, from 0; any number is allowed. */
  PlannedPrompt prompt(long number);

  /**
   * The moments at which the workload itself wants its requests to be sent, in nanoseconds since
   * the start of a level, ascending; empty if the load decides.
   */
  default List<Long> moments() {
    return List.of();
  }

  /**
   * How many prompts are tried before anything is sent: the first of them that a server's dialect
   * cannot express ends the benchmark then. At least 1, which is enough where all are alike.
   */
  default int tried() {
    return 1;
  }

  /**
   * What it is, in one line that is the same for two workloads exactly if they ask the same:
   * reports of different workloads are not compared.
   */
  String description();
}
