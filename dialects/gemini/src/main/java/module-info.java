/** Google Gemini, of AI Studio and Vertex as a dialect. */
@SuppressWarnings("requires-automatic") // Guice names no module
module io.sluice.dialects.gemini {
  requires transitive io.sluice.core;
  requires static com.google.guice;
  requires static org.jspecify;

  exports io.sluice.dialects.gemini;

  provides io.sluice.plugin.Plugin with
      io.sluice.dialects.gemini.GeminiPlugin;
}
