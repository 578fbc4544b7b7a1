package io.sluice.transcript;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Choice;
import io.sluice.chat.Completion;
import io.sluice.chat.Json;
import io.sluice.json.JsonWriter;
import io.sluice.json.RequestJson;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes the lines of a transcript ({@code docs/transcript-format.md}). Each result is one JSON
 * object followed by its LF, and contains no other LF.
 */
public final class TranscriptWriter {

  /** The version that {@link #open} declares. */
  public static final int VERSION = 1;

  /** The dialect of a record whose open line names none. */
  public static final String STANDARD_DIALECT = "openai";

  private TranscriptWriter() {}

  /** The first line of a record. */
  public static String open(StreamContext context) {
    return line(
        "open",
        line -> {
          line.field("version", VERSION).field("id", context.id());
          line.field("started", context.started().toString());
          line.field("endpoint", context.endpoint());
          line.field(
              "dialect",
              Optional.of(context.dialect()).filter(name -> !name.equals(STANDARD_DIALECT)));
          if (!context.attributes().isEmpty()) {
            line.object("attributes", said -> context.attributes().forEach(said::field));
          }
          context.request().ifPresent(request -> line.field("request", json(request)));
        });
  }

  /** The line for a request that is about to be sent again. */
  public static String retry(Retry retry) {
    return line(
        "retry",
        line -> {
          line.field("attempt", retry.attempt());
          line.field("delay_ms", Milliseconds.write(retry.delay()));
          line.field("error", OutcomeJson.error(retry.cause()));
        });
  }

  /**
   * The line of one chunk, with its payload verbatim except for raw line breaks, which become
   * spaces.
   */
  public static String chunk(Chunk chunk) {
    return line(
        "chunk",
        line -> {
          line.field("at_ms", Milliseconds.write(chunk.at()));
          line.field("data", Json.verbatim(chunk.json()));
        });
  }

  /** The last line of a record: everything in the outcome that its chunks do not contain. */
  public static String end(Outcome outcome) {
    return line("end", line -> ResultJson.end(line, ended(outcome)));
  }

  private static TranscriptLine.EndLine ended(Outcome outcome) {
    Completion completion = outcome.completion();
    return new TranscriptLine.EndLine(
        outcome.status(),
        outcome.failure(),
        outcome.chunks(),
        completion.choices().stream().map(Choice::finishReason).toList(),
        completion.usage(),
        outcome.timing(),
        outcome.head(),
        outcome.irregularities());
  }

  private static Json json(ChatRequest request) {
    return Json.verbatim(RequestJson.write(request));
  }

  private static String line(String type, Consumer<JsonWriter> members) {
    return JsonWriter.object(line -> members.accept(line.field("type", type))) + "\n";
  }
}
