package io.sluice.wire;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The formats in which answers are known to come, told by what stands at their beginning: one table
 * for dialects that ask whether an answer is theirs and for messages that say whose it is.
 */
public enum WireFormat {
  /** Chat completions. */
  OPENAI("openai", "OpenAI's chat completions", "\"choices\""),
  /** Messages. */
  ANTHROPIC(
      "anthropic", "Anthropic's Messages", "\"message_start\"|\"content_block_(start|delta)\""),
  /** Responses. */
  RESPONSES(
      "responses",
      "OpenAI's Responses",
      "\"type\"\\s*:\\s*\"response\\.[a-z_.]+\"|\"object\"\\s*:\\s*\"response\""),
  /** Chat, version 2 of the API. */
  COHERE(
      "cohere",
      "Cohere's chat",
      "\"type\"\\s*:\\s*\"(message-start|content-start|content-delta)\""),
  /** {@code streamGenerateContent}. */
  GEMINI("gemini", "Google's Gemini", "\"(candidates|promptFeedback)\""),
  /** The API of Ollama's own. */
  OLLAMA("ollama", "Ollama's own API", "\"created_at\".*\"done\"\\s*:");

  private static final int LOOKED_AT = 16 * 1024;

  private final String dialect;
  private final String title;
  private final Pattern sign;

  WireFormat(String dialect, String title, String sign) {
    this.dialect = dialect;
    this.title = title;
    this.sign = Pattern.compile(sign, Pattern.DOTALL);
  }

  /** The format of an answer that begins with this text, if it is one that is known. */
  public static Optional<WireFormat> of(String start) {
    return Arrays.stream(values()).filter(format -> format.begins(start)).findFirst();
  }

  /** Whether an answer that begins with this text, as it was received, is surely in this format. */
  public boolean begins(String start) {
    String looked = start.substring(0, Math.min(start.length(), LOOKED_AT));
    return sign.matcher(looked).find();
  }

  /** The name of the dialect that reads it, such as {@code "anthropic"}. */
  public String dialect() {
    return dialect;
  }

  /** What people call it, with the name of the dialect that reads it. */
  @Override
  public String toString() {
    return title + " (dialect '" + dialect + "')";
  }
}
