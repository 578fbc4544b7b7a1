/** Starts the simulator for a JUnit test. */
module io.sluice.simulator.junit {
  requires transitive io.sluice.simulator;
  requires transitive org.junit.jupiter.api;
  requires static org.jspecify;

  exports io.sluice.simulator.junit;
}
