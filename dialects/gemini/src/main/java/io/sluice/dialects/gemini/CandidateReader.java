package io.sluice.dialects.gemini;

import io.sluice.chat.FinishReason;
import io.sluice.chat.Usage;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.MalformedJsonException;
import io.sluice.stream.Delta.Place;
import io.sluice.stream.Origin;
import io.sluice.wire.Payloads;
import io.sluice.wire.WireFormat;
import io.sluice.wire.fold.ChunkDraft;
import io.sluice.wire.fold.ObjectEvents;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads one answer, whose objects are whole responses that add to each other. Mutable. */
final class CandidateReader extends ObjectEvents {

  private static final int MOST_CANDIDATES = 1024;
  private static final String FEEDBACK = "promptFeedback";
  private static final Set<String> OWN =
      Set.of("candidates", FEEDBACK, "usageMetadata", "modelVersion", "responseId", "error");

  private final Map<Integer, AnswerCandidate> candidates = new HashMap<>();

  CandidateReader() {
    super(WireFormat.GEMINI);
  }

  @Override
  protected void event(String type, JsonObject response, String json, ChunkDraft draft) {
    if (response.value("error").isPresent()) {
      draft.failed(Payloads.error(json));
      return;
    }
    if (response.members().keySet().stream().noneMatch(OWN::contains)) {
      draft.foreign();
      return;
    }
    String id = response.string("responseId").orElse("");
    draft.origin(new Origin(id, response.string("modelVersion").orElse(""), created(response)));
    List<JsonValue> all = response.elements("candidates").orElse(List.of());
    for (int i = 0; i < all.size(); i++) {
      int position = i;
      all.get(i).object().ifPresent(said -> candidate(said, position, id, draft));
    }
    response.value(FEEDBACK).ifPresent(feedback -> feedback(feedback, draft));
    response.object("usageMetadata").ifPresent(figures -> usage(figures, response, draft));
  }

  private void candidate(JsonObject said, int position, String answer, ChunkDraft draft) {
    long index = said.wholeNumber("index").orElse(position);
    if (index < 0 || index >= MOST_CANDIDATES) {
      throw new MalformedJsonException("more than " + MOST_CANDIDATES + " candidates");
    }
    candidates.computeIfAbsent((int) index, AnswerCandidate::new).read(said, answer, draft);
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
    Usage.Builder usage = Usage.builder(response.value("usageMetadata").orElseThrow().json());
    Optional<Long> prompt = sum(figures, "promptTokenCount", "toolUsePromptTokenCount");
    Optional<Long> answer = sum(figures, "candidatesTokenCount", "thoughtsTokenCount");
    Optional<Long> total = sum(figures, "totalTokenCount");
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
