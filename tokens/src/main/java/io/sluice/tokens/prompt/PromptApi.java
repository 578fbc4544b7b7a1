package io.sluice.tokens.prompt;

/** The API that a request is for. */
enum PromptApi {
  CHAT,
  RESPONSES
}
