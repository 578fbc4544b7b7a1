package io.sluice.wire;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The formats of known APIs, recognised by the beginning of an answer. Dialects use this table to
 * recognise their answers, and messages to name the API of others. A minor version may add formats,
 * so a switch over them needs a default.
 */
public enum WireFormat {
  /** OpenAI's Chat Completions API. */
  OPENAI("openai", "OpenAI's chat completions", "\"choices\""),
  /** Anthropic's Messages API. */
  ANTHROPIC(
      "anthropic", "Anthropic's Messages", "\"message_start\"|\"content_block_(start|delta)\""),
  /** OpenAI's Responses API. */
  RESPONSES(
      "responses",
      "OpenAI's Responses",
      "\"type\"\\s*:\\s*\"response\\.[a-z_.]+\"|\"object\"\\s*:\\s*\"response\""),
  /** Cohere's Chat API, version 2. */
  COHERE(
      "cohere",
      "Cohere's chat",
      "\"type\"\\s*:\\s*\"(message-start|content-start|content-delta)\""),
  /** Google's {@code streamGenerateContent}. */
  GEMINI("gemini", "Google's Gemini", "\"(candidates|promptFeedback)\""),
  /** Ollama's own API. */
  OLLAMA("ollama", "Ollama's own API", "\"created_at\".*\"done\"\\s*:"),
  /** AWS Bedrock's Converse API. */
  BEDROCK("bedrock", "AWS Bedrock's Converse", ":message-type|\"contentBlock(Start|Delta)\"");

  private static final int LOOKED_AT = 16 * 1024;

  private final String dialect;
  private final String title;
  private final Pattern sign;

  WireFormat(String dialect, String title, String sign) {
    this.dialect = dialect;
    this.title = title;
    this.sign = Pattern.compile(sign, Pattern.DOTALL);
  }

  /** The format of an answer that begins with this text; empty if it is not a known one. */
  public static Optional<WireFormat> of(String start) {
    return Arrays.stream(values()).filter(format -> format.begins(start)).findFirst();
  }

  /** Whether an answer that begins with this text, as received, is certainly in this format. */
  public boolean begins(String start) {
    String looked = start.substring(0, Math.min(start.length(), LOOKED_AT));
    return sign.matcher(looked).find();
  }

  /** The name of the dialect that reads it, such as {@code "anthropic"}. */
  public String dialect() {
    return dialect;
  }

  /** The API's name for people, with the name of the dialect that reads it. */
  @Override
  public String toString() {
    return title + " (dialect '" + dialect + "')";
  }
}
