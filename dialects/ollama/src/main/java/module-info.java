/** Ollama's own API as a dialect. */
@SuppressWarnings("requires-automatic") // Guice names no module
module io.sluice.dialects.ollama {
  requires transitive io.sluice.core;
  requires static com.google.guice;
  requires static org.jspecify;

  exports io.sluice.dialects.ollama;

  provides io.sluice.plugin.Plugin with
      io.sluice.dialects.ollama.OllamaPlugin;
}
