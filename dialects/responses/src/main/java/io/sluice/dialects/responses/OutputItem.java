package io.sluice.dialects.responses;

import io.sluice.chat.AnswerFields;
import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.MalformedJsonException;
import io.sluice.stream.Delta;
import io.sluice.wire.fold.ChunkDraft;
import java.util.BitSet;
import java.util.Map;

/**
 * How far one item of the output has come: which of its parts were said piece by piece, so that the
 * events that repeat them whole add nothing. Mutable; for one thread at a time.
 */
final class OutputItem {

  /** More parts than any item has; a server that goes beyond fills memory. */
  private static final int MOST_PARTS = 4096;

  private static final int CHOICE = ResponseReader.CHOICE;

  private final BitSet texts = new BitSet();
  private final BitSet refusals = new BitSet();
  private final BitSet summaries = new BitSet();
  private final BitSet thoughts = new BitSet();
  private final String id;
  private int call = -1;
  private boolean added;
  private boolean named;
  private boolean stopped;
  private boolean argued;
  private boolean annotated;
  private long characters;

  /** An item by the id of its first event, which is empty if that has none. */
  OutputItem(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /** Notes that the item was announced. */
  void added() {
    added = true;
  }

  boolean isAdded() {
    return added;
  }

  boolean isStopped() {
    return stopped;
  }

  /** Makes this item the call with that index. */
  void call(int index) {
    call = index;
  }

  boolean isCall() {
    return call >= 0;
  }

  /** The characters of its text so far. */
  long characters() {
    return characters;
  }

  void text(JsonObject event, ChunkDraft draft) {
    said(texts, index("content_index", event));
    text(event.string("delta").orElse(""), draft);
  }

  private void text(String words, ChunkDraft draft) {
    count(words);
    draft.text(CHOICE, words);
  }

  /** Counts text that was passed on. */
  void count(String words) {
    characters += words.length();
  }

  void refusal(JsonObject event, ChunkDraft draft) {
    said(refusals, index("content_index", event));
    draft.refusal(CHOICE, event.string("delta").orElse(""));
  }

  void reasoning(String indexName, JsonObject event, ChunkDraft draft) {
    said(indexName.equals("summary_index") ? summaries : thoughts, index(indexName, event));
    draft.reasoning(CHOICE, event.string("delta").orElse(""));
  }

  void arguments(String fragment, ChunkDraft draft) {
    argued |= !fragment.isEmpty();
    draft.arguments(CHOICE, call, fragment);
  }

  void annotation(Json annotation, ChunkDraft draft) {
    annotated = true;
    draft.element(CHOICE, AnswerFields.ANNOTATIONS, annotation);
  }

  /** Adds the whole text of a part, unless it was said in pieces. */
  void wholeText(int part, String words, ChunkDraft draft) {
    if (!words.isEmpty() && said(texts, part)) {
      text(words, draft);
    }
  }

  void wholeRefusal(int part, String words, ChunkDraft draft) {
    if (!words.isEmpty() && said(refusals, part)) {
      draft.refusal(CHOICE, words);
    }
  }

  void wholeSummary(int part, String words, ChunkDraft draft) {
    if (said(summaries, part)) {
      draft.reasoning(CHOICE, words);
    }
  }

  void wholeThought(int part, String words, ChunkDraft draft) {
    if (said(thoughts, part)) {
      draft.reasoning(CHOICE, words);
    }
  }

  void wholeArguments(String arguments, ChunkDraft draft) {
    if (!argued) {
      arguments(arguments, draft);
    }
  }

  /** Adds the annotations of a part that is whole, unless they came one by one. */
  void annotations(JsonObject part, ChunkDraft draft) {
    if (!annotated) {
      part.elements("annotations")
          .ifPresent(
              all ->
                  all.forEach(one -> draft.element(CHOICE, AnswerFields.ANNOTATIONS, one.json())));
    }
  }

  /** Marks the item as whole; false if it was before. */
  boolean stop() {
    boolean first = !stopped;
    stopped = true;
    return first;
  }

  /** Whether the call has a name; one whose beginning was lost gets it at its end. */
  boolean isNamed() {
    return named;
  }

  void open(String id, String name, Map<String, Json> other, ChunkDraft draft) {
    named = !name.isEmpty();
    draft.add(new Delta.ToolCall(CHOICE, call, id, name, "", other));
  }

  /** Whether the part was not known to be said before. */
  private static boolean said(BitSet parts, int part) {
    boolean first = !parts.get(part);
    parts.set(part);
    return first;
  }

  /** The index of the part that an event is about. */
  static int index(String name, JsonObject event) {
    long index = event.wholeNumber(name).orElse(0);
    if (index < 0 || index >= MOST_PARTS) {
      throw new MalformedJsonException("more than " + MOST_PARTS + " parts of an item");
    }
    return (int) index;
  }
}
