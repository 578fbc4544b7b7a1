package io.sluice.dialects.gemini;

import io.sluice.chat.FinishReason;
import io.sluice.chat.Usage;
import io.sluice.json.ErrorJson;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.json.MalformedJsonException;
import io.sluice.json.Repetition;
import io.sluice.json.Repetition.Figure;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta.Place;
import io.sluice.stream.Failure;
import io.sluice.stream.Origin;
import io.sluice.wire.WireFormat;
import io.sluice.wire.fold.ChunkDraft;
import io.sluice.wire.fold.ObjectEvents;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Reads one answer, whose objects are whole responses that add to each other. Mutable. */
final class CandidateReader extends ObjectEvents {

  private static final int MOST_CANDIDATES = 1024;
  private static final String FEEDBACK = "promptFeedback";
  private static final String USAGE = "usageMetadata";
  private static final String ANSWERED = "candidatesTokenCount";
  private static final String THOUGHT = "thoughtsTokenCount";
  private static final String TOTAL = "totalTokenCount";

  /** Most responses add a text, and all have figures. */
  static final Repetition REPEATED_TEXT =
      Repetition.of("text")
          .with(
              USAGE,
              Map.of(ANSWERED, Figure.COMPLETION, THOUGHT, Figure.COMPLETION, TOTAL, Figure.TOTAL));

  private static final Set<String> OWN =
      Set.of("candidates", FEEDBACK, USAGE, "modelVersion", "responseId", "error");

  private final Map<Integer, AnswerCandidate> candidates = new HashMap<>();

  CandidateReader() {
    super(WireFormat.GEMINI);
  }

  @Override
  protected void event(String type, JsonObject response, String json, ChunkDraft draft) {
    Optional<Failure.Provider> error =
        response.value("error").isPresent() ? ErrorJson.read(json) : Optional.empty();
    if (error.isPresent()) {
      draft.failed(error.get());
      return;
    }
    if (response.members().keySet().stream().noneMatch(OWN::contains)) {
      draft.foreign();
      return;
    }
    String id = response.string("responseId").orElse("");
    draft.origin(new Origin(id, response.string("modelVersion").orElse(""), created(response)));
    List<JsonObject> all =
        response.elements("candidates").orElse(List.of()).stream()
            .flatMap(candidate -> candidate.object().stream())
            .toList();
    boolean unnumbered = all.stream().filter(said -> index(said).isEmpty()).count() > 1;
    for (int i = 0; i < all.size(); i++) {
      AnswerCandidate candidate = candidate(all.get(i), unnumbered ? i : 0);
      candidate.read(all.get(i), id, draft);
      if (all.size() == 1) {
        candidate.repeated(all.get(i), draft);
      }
    }
    response.value(FEEDBACK).ifPresent(feedback -> feedback(feedback, draft));
    response.object(USAGE).ifPresent(figures -> usage(figures, response, draft));
  }

  private static OptionalLong index(JsonObject candidate) {
    return candidate.wholeNumber("index");
  }

  /** An index that is left out is 0, unless several are: then they are in order. */
  private AnswerCandidate candidate(JsonObject said, int usual) {
    long index = index(said).orElse(usual);
    if (index < 0 || index >= MOST_CANDIDATES) {
      throw new MalformedJsonException("more than " + MOST_CANDIDATES + " candidates");
    }
    return candidates.computeIfAbsent((int) index, AnswerCandidate::new);
  }

  /** A blocked prompt has no candidates at all. */
  private void feedback(JsonValue feedback, ChunkDraft draft) {
    draft.other(0, Place.CHOICE, FEEDBACK, feedback.json());
    boolean blocked =
        feedback.object().flatMap(it -> it.value("blockReason")).flatMap(Words::block).isPresent();
    if (blocked && candidates.isEmpty()) {
      draft.finish(0, FinishReason.CONTENT_FILTER);
    }
  }

  private static void usage(JsonObject figures, JsonObject response, ChunkDraft draft) {
    Usage.Builder usage = Usage.builder(response.value(USAGE).orElseThrow().json());
    Optional<Long> prompt = sum(figures, "promptTokenCount", "toolUsePromptTokenCount");
    Optional<Long> answer = sum(figures, ANSWERED, THOUGHT);
    Optional<Long> total = sum(figures, TOTAL);
    prompt.ifPresent(usage::promptTokens);
    answer.ifPresent(usage::completionTokens);
    total.ifPresent(usage::totalTokens);
    if (prompt.isPresent() || answer.isPresent() || total.isPresent()) {
      draft.usage(usage.build());
    }
  }

  private static Optional<Long> sum(JsonObject figures, String... names) {
    return Stream.of(names)
        .map(figures::wholeNumber)
        .filter(figure -> figure.isPresent())
        .map(figure -> Math.max(0, Math.min(1L << 50, figure.getAsLong())))
        .reduce(Long::sum);
  }

  private static Optional<Instant> created(JsonObject response) {
    try {
      return response.string("createTime").map(Instant::parse);
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  /**
   * Ends the calls whose arguments are incomplete, with a response as a server ends them, so that
   * it can be read again when a record of the stream is played.
   */
  @Override
  protected Optional<Chunk> remainder(Duration at) {
    List<AnswerCandidate> open =
        candidates.values().stream().filter(AnswerCandidate::hasOpenCall).toList();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    var draft = new ChunkDraft();
    open.forEach(candidate -> candidate.closeCall(draft));
    String json =
        JsonWriter.object(
            text -> text.objects("candidates", open, (out, candidate) -> candidate.writeEnd(out)));
    return Optional.of(draft.chunk(json, at));
  }

  @Override
  protected boolean isAnswer(JsonObject body) {
    return body.value("candidates").isPresent() || body.value(FEEDBACK).isPresent();
  }

  /** Only the end of the body ends an answer; some gateways add a marker. */
  @Override
  protected boolean endsByMarker() {
    return false;
  }
}
