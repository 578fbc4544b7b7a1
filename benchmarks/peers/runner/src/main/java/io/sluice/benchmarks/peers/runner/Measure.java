package io.sluice.benchmarks.peers.runner;

import java.util.List;

/**
 * A row of orders that are given in turn, round after round.
 *
 * @param name under which the figures are kept
 * @param orders what is asked of whom
 * @param warmUps rounds whose figures are thrown away
 * @param rounds rounds that count
 * @param processes whether a process serves all rounds
 */
record Measure(String name, List<Order> orders, int warmUps, int rounds, Processes processes) {

  static List<Measure> all() {
    return List.of(
        flood("flood-1", Team.ALL, "streams=1 chunks=400000", 6, 5),
        flood("flood-100", Team.ALL, "streams=100 chunks=2000", 2, 5),
        flood("flood-1000", Team.ALL, "streams=1000 chunks=200", 2, 5),
        length(),
        flood(
            "sinks",
            List.of(Team.SLUICE, Team.SLUICE_3, Team.SLUICE_10),
            "streams=1 chunks=400000",
            6,
            7),
        of(
            "first",
            "first times=300",
            List.of(Team.FLOOR, Team.SLUICE, Team.LANGCHAIN4J, Team.OPENAI_JAVA, Team.SPRING_AI),
            2,
            5,
            Processes.KEPT),
        of("paced", "paced streams=1000 rate=50 seconds=6", Team.CLIENTS, 1, 3, Processes.KEPT),
        of("paced-slow", "paced streams=200 rate=20 seconds=6", Team.CLIENTS, 1, 3, Processes.KEPT),
        of("idle-1000", "idle streams=1000", Team.CLIENTS, 0, 3, Processes.FRESH),
        of("idle-10000", "idle streams=9900", Team.CLIENTS, 0, 1, Processes.FRESH));
  }

  private static Measure flood(String name, List<Team> team, String how, int warmUps, int rounds) {
    return of(name, "flood " + how, team, warmUps, rounds, Processes.KEPT);
  }

  private static Measure length() {
    return new Measure(
        "length",
        List.of(
            new Order(Team.SLUICE, "100,000 chunks", "flood streams=1 chunks=100000"),
            new Order(Team.SLUICE, "200,000 chunks", "flood streams=1 chunks=200000")),
        8,
        11,
        Processes.KEPT);
  }

  private static Measure of(
      String name, String order, List<Team> team, int warmUps, int rounds, Processes processes) {
    List<Order> orders = team.stream().map(who -> new Order(who, who.label(), order)).toList();
    return new Measure(name, orders, warmUps, rounds, processes);
  }

  /**
   * One order.
   *
   * @param who is asked
   * @param label under which the figures are kept
   * @param line what is asked
   */
  record Order(Team who, String label, String line) {}

  /** How long a process lives. */
  enum Processes {
    /** Through all rounds. */
    KEPT,
    /** For one order. */
    FRESH
  }
}
