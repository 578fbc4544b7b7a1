/** Counts the tokens of an answer while it streams. */
@SuppressWarnings("requires-automatic") // Guice names no module
module io.sluice.sinks.tokens {
  requires transitive io.sluice.core;
  requires transitive io.sluice.tokens;
  requires static com.google.guice;
  requires static org.jspecify;

  exports io.sluice.sinks.tokens;

  provides io.sluice.plugin.Plugin with
      io.sluice.sinks.tokens.TokensPlugin;
}
