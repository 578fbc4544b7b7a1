/** Anthropic's Messages API as a dialect. */
@SuppressWarnings("requires-automatic") // Guice names no module
module io.sluice.dialects.anthropic {
  requires transitive io.sluice.core;
  requires static com.google.guice;
  requires static org.jspecify;

  exports io.sluice.dialects.anthropic;

  provides io.sluice.plugin.Plugin with
      io.sluice.dialects.anthropic.AnthropicPlugin;
}
