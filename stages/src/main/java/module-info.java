/** Stages that shape what a sink gets. */
@SuppressWarnings("requires-automatic") // Guice names no module
module io.sluice.stages {
  requires transitive io.sluice.core;
  requires io.sluice.tokens;
  requires static com.google.guice;
  requires static org.jspecify;

  exports io.sluice.stages;
  exports io.sluice.stages.secret;

  provides io.sluice.plugin.Plugin with
      io.sluice.stages.StagesPlugin;
}
