/** Reports runs to OpenTelemetry as spans and metrics. */
@SuppressWarnings({
  "requires-automatic",
  "requires-transitive-automatic"
}) // its jars only name their modules
module io.sluice.sinks.opentelemetry {
  requires transitive io.sluice.core;
  requires io.sluice.telemetry;
  requires transitive io.opentelemetry.api;
  requires io.opentelemetry.context;
  requires static org.jspecify;

  exports io.sluice.sinks.opentelemetry;
}
