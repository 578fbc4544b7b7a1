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
 * beginning, when it says that the answer is unfinished, and at the end, so that one write fills it
 * in in place. A comment at its end takes the room that is left. A key without a value is not
 * known.
 */
final class FrontMatter {

  /** Room for a status word and three figures. */
  private static final int SPACE = 72;

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
    String head = line("model", quoted(asked)) + line("started", context.started().toString());
    String empty = head + ending("", Optional.empty());
    int room = SPACE + (asked.isEmpty() ? SPACE_FOR_MODEL : 0);
    String model = asked.isEmpty() ? fitting(answering) : quoted(asked);
    String filled =
        line("model", model)
            + line("started", context.started().toString())
            + ending(outcome, usage);
    int left = Math.max(0, bytes(empty) + room - bytes(filled));
    return ("---\n" + filled + "#" + "-".repeat(left) + "\n---\n").getBytes(UTF_8);
  }

  private static String ending(String outcome, Optional<Usage> usage) {
    return line("outcome", outcome)
        + line("prompt_tokens", figure(usage.map(Usage::promptTokens)))
        + line("completion_tokens", figure(usage.map(Usage::completionTokens)))
        + line("total_tokens", figure(usage.map(Usage::totalTokens)));
  }

  private static String line(String key, String value) {
    return key + (value.isEmpty() ? ":" : ": " + value) + "\n";
  }

  private static String figure(Optional<Long> figure) {
    return figure.map(String::valueOf).orElse("");
  }

  /** The server's name for the model if the request named none, provided there is room for it. */
  private static String fitting(String answering) {
    String text = answering.isEmpty() ? "" : quoted(answering);
    return bytes(text) > SPACE_FOR_MODEL - 2 ? "" : text;
  }

  /** YAML reads a JSON string as JSON does. */
  private static String quoted(String text) {
    return text.isEmpty() ? "" : JsonWriter.json(text).text();
  }

  private static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }
}
