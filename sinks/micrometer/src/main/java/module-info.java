/** Reports runs to a Micrometer registry. */
@SuppressWarnings({
  "requires-automatic",
  "requires-transitive-automatic"
}) // its jars only name their modules
module io.sluice.sinks.micrometer {
  requires transitive io.sluice.core;
  requires io.sluice.telemetry;
  requires transitive micrometer.core;
  requires static org.jspecify;

  exports io.sluice.sinks.micrometer;
}
