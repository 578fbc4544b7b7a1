package io.sluice.sinks.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Usage;
import io.sluice.json.JsonWriter;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Outcome;
import java.util.Optional;

/**
 * The YAML at the head of an answer in Markdown. It takes the same number of bytes at the
 * beginning, when it says that the answer is unfinished, and at the end, so that it can be filled
 * in in place. A key without a value is not known.
 */
final class FrontMatter {

  /** Longer than any status word, any number, and most model names. */
  private static final int SPACE = 20;

  private static final int SPACE_FOR_MODEL = 64;

  private final StreamContext context;

  FrontMatter(StreamContext context) {
    this.context = context;
  }

  byte[] unfinished() {
    return block("", "unfinished", Optional.empty());
  }

  byte[] of(Outcome outcome) {
    return block(
        outcome.completion().model(), outcome.status().word(), outcome.completion().usage());
  }

  private byte[] block(String answering, String outcome, Optional<Usage> usage) {
    String asked = context.request().map(ChatRequest::model).orElse("");
    String model = asked.isEmpty() ? padded(fitting(answering), SPACE_FOR_MODEL) : quoted(asked);
    String block =
        "---\n"
            + ("model: " + model + "\n")
            + ("started: " + context.started() + "\n")
            + line("outcome", outcome)
            + line("prompt_tokens", figure(usage.map(Usage::promptTokens)))
            + line("completion_tokens", figure(usage.map(Usage::completionTokens)))
            + line("total_tokens", figure(usage.map(Usage::totalTokens)))
            + "---\n";
    return block.getBytes(UTF_8);
  }

  private static String line(String key, String value) {
    return key + ": " + padded(value, SPACE) + "\n";
  }

  private static String figure(Optional<Long> figure) {
    return figure.map(String::valueOf).orElse("");
  }

  /** The server's name for the model if the request named none, provided there is room for it. */
  private static String fitting(String answering) {
    String text = answering.isEmpty() ? "" : quoted(answering);
    return text.getBytes(UTF_8).length > SPACE_FOR_MODEL ? "" : text;
  }

  /** YAML reads a JSON string as JSON does. */
  private static String quoted(String text) {
    return JsonWriter.json(text).text();
  }

  private static String padded(String text, int bytes) {
    return text + " ".repeat(bytes - text.getBytes(UTF_8).length);
  }
}
