/** Writes answers and transcripts to files. */
@SuppressWarnings("requires-automatic") // Guice names no module
module io.sluice.sinks.file {
  requires transitive io.sluice.core;
  requires static com.google.guice;
  requires static org.jspecify;

  exports io.sluice.sinks.file;

  provides io.sluice.plugin.Plugin with
      io.sluice.sinks.file.FilePlugin;
}
