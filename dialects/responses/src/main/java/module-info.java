/** OpenAI Responses as a dialect. */
@SuppressWarnings("requires-automatic") // Guice names no module
module io.sluice.dialects.responses {
  requires transitive io.sluice.core;
  requires static com.google.guice;
  requires static org.jspecify;

  exports io.sluice.dialects.responses;

  provides io.sluice.plugin.Plugin with
      io.sluice.dialects.responses.ResponsesPlugin;
}
