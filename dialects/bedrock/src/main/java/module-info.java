/** AWS Bedrock Converse as a dialect. */
@SuppressWarnings("requires-automatic") // Guice names no module
module io.sluice.dialects.bedrock {
  requires transitive io.sluice.core;
  requires static com.google.guice;
  requires static org.jspecify;

  exports io.sluice.dialects.bedrock;

  provides io.sluice.plugin.Plugin with
      io.sluice.dialects.bedrock.BedrockPlugin;
}
