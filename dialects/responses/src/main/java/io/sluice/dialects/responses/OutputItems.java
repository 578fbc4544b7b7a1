package io.sluice.dialects.responses;

import io.sluice.chat.AnswerFields;
import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.MalformedJsonException;
import io.sluice.stream.Irregularity.Kind;
import io.sluice.wire.fold.ChunkDraft;
import io.sluice.wire.fold.ContentOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The items of one response by their index, since several may be open at a time. Mutable; for one
 * thread at a time.
 */
final class OutputItems {

  private static final int MOST_ITEMS = 4096;

  private static final Set<String> OF_CALLS =
      Set.of("type", "id", "call_id", "name", "arguments", "input", "status");

  private final Map<Long, OutputItem> items = new HashMap<>();

  /** The items by the ids that their events name; their indexes may differ at the end. */
  private final Map<String, OutputItem> named = new HashMap<>();

  /** The ids of items that are whole. */
  private final Set<String> ids = new HashSet<>();

  private final HeldItems held = new HeldItems();
  private long latest;
  private int calls;
  private boolean roleSaid;

  /** Whether any item has begun. */
  boolean any() {
    return !items.isEmpty();
  }

  boolean anyCall() {
    return calls > 0;
  }

  HeldItems held() {
    return held;
  }

  /**
   * The item that an event continues; it may never have been added. Some servers give all items one
   * index, others each event an id of its own.
   */
  OutputItem at(JsonObject event) {
    latest = event.wholeNumber("output_index").orElse(latest);
    OutputItem known = items.get(latest);
    if (known == null) {
      return put(event);
    }
    String id = id(event);
    if (id.isEmpty() || id.equals(known.id())) {
      return known;
    }
    OutputItem other = named.get(id);
    if (other != null) {
      return other;
    }
    return known.isStopped() ? put(event) : known;
  }

  private OutputItem put(JsonObject event) {
    var item = new OutputItem(id(event));
    items.put(bounded(latest), item);
    if (!item.id().isEmpty()) {
      named.put(item.id(), item);
      bounded(named.size());
    }
    return item;
  }

  private static String id(JsonObject event) {
    return event
        .string("item_id")
        .or(() -> event.object("item").flatMap(item -> item.string("id")))
        .orElse("");
  }

  /** The call that an event continues. */
  OutputItem called(JsonObject event, ChunkDraft draft) {
    OutputItem item = at(event);
    if (!item.isCall()) {
      draft.irregular(Kind.UNEXPECTED_TYPE);
      call(item, event, draft);
    }
    return item;
  }

  void add(JsonObject event, ChunkDraft draft) {
    OutputItem item = at(event);
    if (item.isAdded() && !item.id().equals(id(event))) {
      item = put(event);
    }
    item.added();
    OutputItem begun = item;
    event.object("item").ifPresent(started -> begin(begun, started, draft));
  }

  private void begin(OutputItem item, JsonObject started, ChunkDraft draft) {
    String type = type(started);
    if (type.equals("message") && !roleSaid) {
      roleSaid = true;
      draft.assistant(ResponseReader.CHOICE);
    }
    if (isCall(type) && !item.isCall()) {
      call(item, started, draft);
      item.arguments(arguments(started), draft);
    } else if (isCall(type) && !item.isNamed()) {
      open(item, started, draft);
    }
  }

  private void call(OutputItem item, JsonObject said, ChunkDraft draft) {
    item.call(calls++);
    open(item, said, draft);
  }

  private static void open(OutputItem item, JsonObject said, ChunkDraft draft) {
    Map<String, Json> other = new LinkedHashMap<>(said.members());
    other.keySet().removeAll(OF_CALLS);
    other.values().removeIf(value -> new JsonValue(value).isNull());
    other.keySet().removeAll(Set.of("delta", "item_id", "output_index", "sequence_number"));
    other.remove("obfuscation");
    if (type(said).equals("custom_tool_call")) {
      other.put("type", new Json("\"custom_tool_call\""));
    }
    String id = said.string("call_id").or(() -> said.string("id")).orElse("");
    item.open(id, said.string("name").orElse(""), other, draft);
  }

  /** Adds a part that comes whole, unless it came in pieces before. */
  void whole(String event, JsonObject said, ChunkDraft draft) {
    int part = OutputItem.index("content_index", said);
    int summary = OutputItem.index("summary_index", said);
    String text = said.string("text").orElse("");
    switch (event) {
      case "response.output_text.done" -> at(said).wholeText(part, text, draft);
      case "response.refusal.done" ->
          at(said).wholeRefusal(part, said.string("refusal").orElse(""), draft);
      case "response.reasoning_summary_text.done" -> at(said).wholeSummary(summary, text, draft);
      case "response.reasoning_text.done" -> at(said).wholeThought(part, text, draft);
      default -> called(said, draft).wholeArguments(arguments(said), draft);
    }
  }

  void stop(JsonObject event, ChunkDraft draft) {
    OutputItem item = at(event);
    event.object("item").ifPresent(whole -> stop(item, whole, draft));
  }

  private void stop(OutputItem item, JsonObject whole, ChunkDraft draft) {
    if (!item.stop()) {
      return;
    }
    whole.string("id").ifPresent(ids::add);
    begin(item, whole, draft);
    switch (type(whole)) {
      case "message" -> message(item, whole, draft);
      case "function_call", "custom_tool_call" -> {
        item.wholeArguments(arguments(whole), draft);
        ContentOrder.call(draft, ResponseReader.CHOICE, ResponsesDialect.NAME, Map.of());
      }
      case "reasoning" -> {
        parts(whole, "summary", (part, text) -> item.wholeSummary(part, text(text), draft));
        parts(whole, "content", (part, text) -> item.wholeThought(part, text(text), draft));
        kept(whole, draft);
      }
      default -> kept(whole, draft);
    }
  }

  private void kept(JsonObject item, ChunkDraft draft) {
    ContentOrder.part(draft, ResponseReader.CHOICE, ResponsesDialect.NAME);
    held.add(item, whole -> keep(whole, draft));
  }

  /** Keeps an item that is neither text nor a call of the caller's tools. */
  static void keep(Json item, ChunkDraft draft) {
    draft.element(ResponseReader.CHOICE, AnswerFields.CONTENT_PARTS, item);
  }

  private static void message(OutputItem item, JsonObject whole, ChunkDraft draft) {
    parts(
        whole,
        "content",
        (part, said) -> {
          item.wholeText(part, text(said), draft);
          item.wholeRefusal(part, said.string("refusal").orElse(""), draft);
          item.annotations(said, draft);
        });
    ContentOrder.text(
        draft, ResponseReader.CHOICE, ResponsesDialect.NAME, item.characters(), Map.of());
  }

  /** Reads the output of a response that has ended: what has not come before. */
  void rest(List<JsonValue> output, ChunkDraft draft) {
    for (int i = 0; i < output.size(); i++) {
      long index = i;
      Optional<JsonObject> whole = output.get(i).object();
      whole.ifPresent(held::complete);
      whole.ifPresent(
          item -> {
            if (!item.string("id").filter(ids::contains).isPresent()) {
              stop(known(index, item), item, draft);
            }
          });
    }
    held.release(whole -> keep(whole, draft));
  }

  private OutputItem known(long index, JsonObject whole) {
    OutputItem known = named.get(whole.string("id").orElse(""));
    return known != null ? known : items.getOrDefault(index, new OutputItem(""));
  }

  private static void parts(JsonObject item, String array, PartReader reader) {
    List<JsonValue> parts = item.elements(array).orElse(List.of());
    for (int i = 0; i < parts.size(); i++) {
      int part = i;
      parts.get(i).object().ifPresent(said -> reader.read(part, said));
    }
  }

  private static String text(JsonObject part) {
    return part.string("text").orElse("");
  }

  private static String arguments(JsonObject call) {
    return call.string("arguments").or(() -> call.string("input")).orElse("");
  }

  private static String type(JsonObject item) {
    return item.string("type").orElse("");
  }

  private static boolean isCall(String type) {
    return type.equals("function_call") || type.equals("custom_tool_call");
  }

  private static long bounded(long index) {
    if (index < 0 || index >= MOST_ITEMS) {
      throw new MalformedJsonException("more than " + MOST_ITEMS + " items in a response");
    }
    return index;
  }

  /** Takes one part of an item with its index. */
  @FunctionalInterface
  private interface PartReader {
    void read(int index, JsonObject part);
  }
}
