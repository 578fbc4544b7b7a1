/** Tests of the contracts of sinks, stages and queues, and a transport without a network. */
module io.sluice.testkit {
  requires transitive io.sluice.core;
  requires org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires static org.jspecify;

  exports io.sluice.testkit;
}
