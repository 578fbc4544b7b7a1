package io.sluice.dialects.cohere;

import io.sluice.chat.FinishReason;
import io.sluice.chat.Usage;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonWriter;
import io.sluice.stream.Delta.Place;
import io.sluice.stream.Failure;
import io.sluice.stream.OneLine;
import io.sluice.wire.fold.ChunkDraft;
import java.util.Locale;
import java.util.Optional;

/** Reads how a message ended, and its usage. */
final class MessageEnd {

  private MessageEnd() {}

  static void read(JsonObject end, ChunkDraft draft) {
    end.object("usage").flatMap(figures -> usage(figures, end)).ifPresent(draft::usage);
    String word = end.string("finish_reason").orElse("");
    if (!word.isEmpty()) {
      draft.other(
          MessageReader.CHOICE, Place.CHOICE, "native_finish_reason", JsonWriter.json(word));
      draft.finish(MessageReader.CHOICE, reason(word));
    }
    if (word.equals("ERROR") || word.equals("TIMEOUT") || end.string("error").isPresent()) {
      draft.failed(failure(end, word));
    } else {
      draft.done();
    }
  }

  private static FinishReason reason(String word) {
    return switch (word) {
      case "COMPLETE", "STOP_SEQUENCE" -> FinishReason.STOP;
      case "MAX_TOKENS" -> FinishReason.LENGTH;
      case "TOOL_CALL" -> FinishReason.TOOL_CALLS;
      case "ERROR_TOXIC" -> FinishReason.CONTENT_FILTER;
      case "ERROR", "TIMEOUT" -> new FinishReason(word.toLowerCase(Locale.ROOT));
      default -> new FinishReason(word);
    };
  }

  private static Failure failure(JsonObject end, String word) {
    Optional<String> type =
        end.string("error_type").or(() -> Optional.of(word)).filter(it -> !it.isEmpty());
    String message =
        end.string("error")
            .map(OneLine::of)
            .filter(line -> !line.isEmpty())
            .orElse("the model " + "failed before the end of its answer");
    return new Failure.Provider(Optional.empty(), type, message);
  }

  /** What was read and written counts; what is billed is less. */
  private static Optional<Usage> usage(JsonObject figures, JsonObject end) {
    Optional<JsonObject> tokens = figures.object("tokens");
    if (figures.members().isEmpty()) {
      return Optional.empty();
    }
    Usage.Builder usage = Usage.builder(end.value("usage").orElseThrow().json());
    tokens.ifPresent(
        all -> {
          all.number("input_tokens").ifPresent(n -> usage.promptTokens(bounded(n)));
          all.number("output_tokens").ifPresent(n -> usage.completionTokens(bounded(n)));
        });
    return Optional.of(usage.build());
  }

  /** More than any answer uses, and small enough to add several. */
  private static long bounded(double figure) {
    return (long) Math.max(0, Math.min(1L << 50, figure));
  }
}
