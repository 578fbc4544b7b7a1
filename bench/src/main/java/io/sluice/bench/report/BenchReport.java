package io.sluice.bench.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of a benchmark.
 *
 * @param about what was measured, with what, and where
 * @param levels the rounds of all levels, in the order in which they ran
 */
public record BenchReport(About about, List<LevelReport> levels) {

  /** Copies the list. */
  public BenchReport {
    levels = List.copyOf(levels);
  }

  /**
   * What was measured.
   *
   * @param started when the benchmark began
   * @param arguments the arguments of the command, or whatever the program says of itself
   * @param version the version of Sluice
   * @param machine the machine that measured
   * @param endpoint the server's URL without secrets
   * @param model the model that was asked
   * @param served the model as the server names it; empty if it never did
   * @param workload what was asked, so that reports of different workloads can be told apart
   * @param objectives the objectives of goodput; empty if there are none
   * @param estimated whether our own token counts are estimates
   * @param interrupted whether the benchmark was ended before its last level
   */
  public record About(
      Instant started,
      List<String> arguments,
      String version,
      String machine,
      String endpoint,
      String model,
      String served,
      String workload,
      String objectives,
      boolean estimated,
      boolean interrupted) {

    /** Copies the list. */
    public About {
      arguments = List.copyOf(arguments);
    }
  }

  /** Whether every level is valid. */
  public boolean isValid() {
    return levels.stream().allMatch(LevelReport::isValid);
  }

  /** The rounds of each level, by the level's label, in order. */
  public Map<String, List<LevelReport>> byLevel() {
    Map<String, List<LevelReport>> all = new LinkedHashMap<>();
    for (LevelReport level : levels) {
      all.computeIfAbsent(level.label(), label -> new ArrayList<>()).add(level);
    }
    return all;
  }
}
