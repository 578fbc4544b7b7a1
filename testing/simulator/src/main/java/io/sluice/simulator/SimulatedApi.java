package io.sluice.simulator;

import java.util.Arrays;
import java.util.Optional;

/** An API that the simulator speaks. A minor version may add APIs. */
public enum SimulatedApi {
  /** OpenAI's chat completions. */
  OPENAI("openai", "/v1"),
  /** OpenAI's Responses. */
  RESPONSES("responses", "/v1"),
  /** Anthropic's Messages. */
  ANTHROPIC("anthropic", "/v1"),
  /** Google's Gemini. */
  GEMINI("gemini", "/v1beta"),
  /** Ollama's own API. */
  OLLAMA("ollama", "");

  private final String dialect;
  private final String basePath;

  SimulatedApi(String dialect, String basePath) {
    this.dialect = dialect;
    this.basePath = basePath;
  }

  /** The API that a dialect of this name speaks; empty if the simulator does not. */
  public static Optional<SimulatedApi> of(String dialect) {
    return Arrays.stream(values()).filter(api -> api.dialect.equals(dialect)).findFirst();
  }

  /** The path of the base URL, as in the real API: {@code /v1}, another one, or none. */
  public String basePath() {
    return basePath;
  }
}
