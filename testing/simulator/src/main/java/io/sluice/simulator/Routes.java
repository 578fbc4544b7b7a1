package io.sluice.simulator;

import io.sluice.simulator.anthropic.MessagesApi;
import io.sluice.simulator.chat.Api;
import io.sluice.simulator.gemini.GenerateContentApi;
import io.sluice.simulator.ollama.OllamaApi;
import io.sluice.simulator.openai.ChatCompletionsApi;
import io.sluice.simulator.responses.ResponsesApi;
import java.util.Optional;

/** The paths of the APIs. */
final class Routes {
  static final String CHAT = "/v1/chat/completions";

  private static final Api OPENAI = new ChatCompletionsApi();
  private static final Api RESPONSES = new ResponsesApi();
  private static final Api ANTHROPIC = new MessagesApi();

  private Routes() {}

  /** OpenAI's chat completions. */
  static Api openAi() {
    return OPENAI;
  }

  /**
   * The API that a path addresses; empty if a POST to it is no request for an answer.
   *
   * @param query without its question mark
   */
  static Optional<Api> api(String path, String query) {
    return switch (path) {
      case CHAT -> Optional.of(OPENAI);
      case "/v1/responses" -> Optional.of(RESPONSES);
      case "/v1/messages" -> Optional.of(ANTHROPIC);
      case "/api/chat" -> Optional.of(OllamaApi.CHAT);
      case "/api/generate" -> Optional.of(OllamaApi.GENERATE);
      default -> GenerateContentApi.at(path, query);
    };
  }

  /** The API whose form a refusal at that path has; OpenAI's where it is nobody's. */
  static Api refusing(Received request, String path) {
    if (path.startsWith("/v1beta")) {
      return GenerateContentApi.unaddressed();
    }
    if (path.startsWith("/api/")) {
      return OllamaApi.CHAT;
    }
    boolean anthropic =
        path.startsWith("/v1/messages") || request.header("anthropic-version").isPresent();
    return anthropic ? ANTHROPIC : OPENAI;
  }
}
