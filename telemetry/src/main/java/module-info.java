/** What monitoring tools are told of a run, whichever they are. */
module io.sluice.telemetry {
  requires transitive io.sluice.core;
  requires static org.jspecify;

  exports io.sluice.telemetry;
}
