package io.sluice.dialects.gemini;

import io.sluice.chat.AnswerFields;
import io.sluice.chat.FinishReason;
import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.stream.Delta.Fold;
import io.sluice.stream.Delta.Place;
import io.sluice.wire.fold.ChunkDraft;
import io.sluice.wire.fold.ContentOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One candidate of an answer, over all responses that add to it. Mutable. */
final class AnswerCandidate {

  private static final String SIGNATURE = "thoughtSignature";
  private static final String FINISH = "finishReason";
  private static final String LOGPROBS = "logprobsResult";
  private static final Set<String> OF_TEXT = Set.of("text");
  private static final Set<String> OF_THOUGHT = Set.of("text", "thought");
  private static final Set<String> OF_NOTHING = Set.of("thought", SIGNATURE);
  private static final Set<String> OF_CANDIDATES = Set.of("content", "index", FINISH);

  /** The most sources that are told apart; a server may repeat all with each response. */
  private static final int MOST_SOURCES = 4096;

  private final int choice;
  private final FunctionCalls calls;
  private final Set<String> sources = new HashSet<>();
  private boolean begun;

  /** The characters of text that the recorded order does not have yet. */
  private long run;

  AnswerCandidate(int choice) {
    this.choice = choice;
    this.calls = new FunctionCalls(choice);
  }

  /** Whether the arguments of its last call are incomplete. */
  boolean hasOpenCall() {
    return calls.isOpen();
  }

  void closeCall(ChunkDraft draft) {
    calls.close(draft);
  }

  /** Writes what ends the arguments of its last call. */
  void writeEnd(JsonWriter candidate) {
    candidate
        .object(
            "content",
            content ->
                content.objects(
                    "parts",
                    List.of("functionCall"),
                    (part, name) -> part.object(name, none -> {})))
        .field("index", choice);
  }

  /** Adds what a response says of this candidate. */
  void read(JsonObject said, String answer, ChunkDraft draft) {
    if (!begun) {
      begun = true;
      draft.assistant(choice);
    }
    List<JsonValue> parts =
        said.object("content").flatMap(content -> content.elements("parts")).orElse(List.of());
    parts.forEach(part -> part.object().ifPresent(it -> part(it, part.json(), answer, draft)));
    sources(said, draft);
    said.members()
        .forEach(
            (name, value) -> {
              if (name.equals(LOGPROBS)) {
                draft.other(choice, Place.CHOICE, name, value, Fold.APPEND_MEMBERS);
              } else if (!OF_CANDIDATES.contains(name)) {
                draft.other(choice, Place.CHOICE, name, value);
              }
            });
    said.value(FINISH).flatMap(Words::finish).ifPresent(word -> finish(word, draft));
  }

  /** Has further events like this one recognised, if all that it says of this candidate is text. */
  void repeated(JsonObject said, ChunkDraft draft) {
    List<JsonValue> parts =
        said.object("content").flatMap(content -> content.elements("parts")).orElse(List.of());
    if (parts.size() == 1) {
      parts.get(0).object().ifPresent(part -> repeatedPart(part, draft));
    }
  }

  private void repeatedPart(JsonObject part, ChunkDraft draft) {
    if (part.members().keySet().equals(OF_TEXT)) {
      draft.repeats(CandidateReader.REPEATED_TEXT, text -> run += text.length());
    } else if (part.members().keySet().equals(OF_THOUGHT) && part.flag("thought").orElse(false)) {
      draft.repeats(CandidateReader.REPEATED_TEXT, thought -> {});
    }
  }

  private void part(JsonObject part, Json json, String answer, ChunkDraft draft) {
    Optional<String> text = part.string("text");
    Map<String, Json> signature =
        part.string(SIGNATURE).map(it -> Map.of(SIGNATURE, JsonWriter.json(it))).orElse(Map.of());
    if (part.flag("thought").orElse(false) && text.isPresent()) {
      draft.reasoning(choice, text.get());
      if (!signature.isEmpty()) {
        flush(draft);
        ContentOrder.raw(draft, choice, GeminiDialect.NAME, json);
      }
    } else if (text.isPresent()) {
      text(text.get(), signature, draft);
    } else if (part.object("functionCall").isPresent()) {
      flush(draft);
      calls.read(part.object("functionCall").get(), signature, answer, draft);
    } else if (OF_NOTHING.containsAll(part.members().keySet())) {
      if (!signature.isEmpty()) {
        flush(draft);
        ContentOrder.raw(draft, choice, GeminiDialect.NAME, json);
      }
    } else {
      flush(draft);
      draft.element(choice, AnswerFields.CONTENT_PARTS, json);
      ContentOrder.part(draft, choice, GeminiDialect.NAME);
    }
  }

  /** A signature belongs to the very part that it came with. */
  private void text(String text, Map<String, Json> signature, ChunkDraft draft) {
    draft.text(choice, text);
    if (signature.isEmpty()) {
      run += text.length();
    } else {
      flush(draft);
      ContentOrder.text(draft, choice, GeminiDialect.NAME, text.length(), signature);
    }
  }

  private void flush(ChunkDraft draft) {
    ContentOrder.text(draft, choice, GeminiDialect.NAME, run, Map.of());
    run = 0;
  }

  private void sources(JsonObject said, ChunkDraft draft) {
    Stream.concat(
            elements(said, "citationMetadata", "citations", "citationSources"),
            elements(said, "groundingMetadata", "groundingChunks"))
        .map(JsonValue::json)
        .filter(source -> sources.size() < MOST_SOURCES && sources.add(source.text()))
        .forEach(source -> draft.element(choice, AnswerFields.ANNOTATIONS, source));
  }

  private static Stream<JsonValue> elements(JsonObject said, String member, String... arrays) {
    Optional<JsonObject> object = said.object(member);
    return Stream.of(arrays)
        .flatMap(array -> object.flatMap(it -> it.elements(array)).stream())
        .flatMap(List::stream);
  }

  private void finish(String word, ChunkDraft draft) {
    calls.close(draft);
    flush(draft);
    draft.other(choice, Place.CHOICE, FINISH, JsonWriter.json(word));
    FinishReason reason = Words.reason(word);
    boolean called = calls.any() && reason.equals(FinishReason.STOP);
    draft.finish(choice, called ? FinishReason.TOOL_CALLS : reason);
  }
}
