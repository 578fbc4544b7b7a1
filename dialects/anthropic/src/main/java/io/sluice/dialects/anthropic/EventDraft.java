package io.sluice.dialects.anthropic;

import io.sluice.chat.AnswerFields;
import io.sluice.chat.Json;
import io.sluice.chat.Usage;
import io.sluice.json.JsonValue;
import io.sluice.json.RepeatedEvents;
import io.sluice.json.Repetition;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Delta.Fold;
import io.sluice.stream.Delta.Place;
import io.sluice.stream.Irregularity.Kind;
import io.sluice.stream.Origin;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The content read so far of one event. Mutable; for one thread at a time. */
final class EventDraft {

  /** The index of the only choice, since Anthropic sends one message. */
  static final int CHOICE = 0;

  private final List<Delta> deltas = new ArrayList<>();
  private final Consumer<Kind> remarks;
  private MessageChunk.Kind kind = MessageChunk.Kind.PART;
  private Optional<Usage> usage = Optional.empty();
  private Origin origin = Origin.UNKNOWN;
  private Optional<Repetition> repetition = Optional.empty();
  private Consumer<String> repeated = words -> {};

  EventDraft(Consumer<Kind> remarks) {
    this.remarks = remarks;
  }

  void add(Delta delta) {
    deltas.add(delta);
  }

  /** Adds a field that is not modelled, unless it is null. */
  void other(Place place, String name, Json value) {
    other(place, name, value, Fold.LAST);
  }

  private void other(Place place, String name, Json value, Fold fold) {
    if (!new JsonValue(value).isNull()) {
      deltas.add(new Delta.Other(CHOICE, place, name, value, fold));
    }
  }

  /** Adds one element to an array that grows. */
  void element(String array, Json value) {
    other(Place.MESSAGE, array, Json.verbatim("[" + value.text() + "]"), Fold.APPEND);
  }

  /** Adds elements of {@link AnswerFields#CONTENT_PARTS}. */
  void keep(List<Json> blocks) {
    blocks.forEach(block -> element(AnswerFields.CONTENT_PARTS, block));
  }

  /**
   * Records that an event which differs from this one in its words would do the same.
   *
   * @param then called with the words of each such event, instead of reading it
   */
  void repeats(Repetition how, Consumer<String> then) {
    repetition = Optional.of(how);
    repeated = then;
  }

  /** Has the event learned if others may repeat it. */
  void teach(RepeatedEvents repetitions, String name, ByteBuffer payload, Chunk chunk) {
    if (repetition.isPresent() && kind == MessageChunk.Kind.PART) {
      repetitions.learn(name, payload, chunk, repetition.get(), repeated);
    } else {
      repetitions.forget();
    }
  }

  void kind(MessageChunk.Kind meant) {
    kind = meant;
  }

  boolean is(MessageChunk.Kind meant) {
    return kind == meant;
  }

  void usage(Optional<Usage> figures) {
    usage = figures;
  }

  void origin(String id, String model) {
    origin = new Origin(id, model, Optional.empty());
  }

  void irregular(Kind what) {
    remarks.accept(what);
  }

  MessageChunk chunk(Duration at, String json) {
    return new MessageChunk(kind, List.copyOf(deltas), usage, origin, at, json);
  }
}
