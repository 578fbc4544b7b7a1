/** Recorded answers of providers, as tests of dialects. */
module io.sluice.recorded {
  requires transitive io.sluice.testkit;
  requires org.assertj.core;
  requires static org.jspecify;

  exports io.sluice.recorded;
}
