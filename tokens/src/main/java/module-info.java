/** Counts the tokens of prompts and answers. */
module io.sluice.tokens {
  requires transitive io.sluice.core;
  requires static org.jspecify;

  exports io.sluice.tokens;
  exports io.sluice.tokens.image;
  exports io.sluice.tokens.prompt;
}
