/** Prints an answer to a terminal or a stream. */
@SuppressWarnings("requires-automatic") // Guice names no module
module io.sluice.sinks.console {
  requires transitive io.sluice.core;
  requires static com.google.guice;
  requires static org.jspecify;

  exports io.sluice.sinks.console;

  provides io.sluice.plugin.Plugin with
      io.sluice.sinks.console.ConsolePlugin;
}
