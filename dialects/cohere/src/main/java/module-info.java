/** Cohere's chat (v2) as a dialect. */
@SuppressWarnings("requires-automatic") // Guice names no module
module io.sluice.dialects.cohere {
  requires transitive io.sluice.core;
  requires static com.google.guice;
  requires static org.jspecify;

  exports io.sluice.dialects.cohere;

  provides io.sluice.plugin.Plugin with
      io.sluice.dialects.cohere.CoherePlugin;
}
