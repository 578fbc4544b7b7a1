/** Passes a stream to another program, line by line. */
@SuppressWarnings("requires-automatic") // Guice names no module
module io.sluice.sinks.exec {
  requires transitive io.sluice.core;
  requires static com.google.guice;
  requires static org.jspecify;

  exports io.sluice.sinks.exec;

  provides io.sluice.plugin.Plugin with
      io.sluice.sinks.exec.ExecPlugin;
}
