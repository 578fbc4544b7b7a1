package io.sluice.wire.fold;

import io.sluice.chat.FinishReason;
import io.sluice.chat.Json;
import io.sluice.chat.Role;
import io.sluice.chat.Usage;
import io.sluice.json.ChunkBuilder;
import io.sluice.json.JsonValue;
import io.sluice.json.Repetition;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Delta.Fold;
import io.sluice.stream.Delta.Place;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.stream.Origin;
import io.sluice.wire.Dialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one object of an answer says, while a dialect reads it. Texts that are empty and values that
 * are null are left out. Mutable; for one thread at a time.
 */
public final class ChunkDraft {

  private final List<Delta> deltas = new ArrayList<>(2);
  private final List<Irregularity.Kind> remarks = new ArrayList<>(0);
  private Optional<Usage> usage = Optional.empty();
  private Origin origin = Origin.UNKNOWN;
  private Optional<Failure> failure = Optional.empty();
  private boolean done;
  private boolean foreign;
  private @Nullable Repetition repetition;
  private Consumer<String> repeated = words -> {};

  /** A draft without content. */
  public ChunkDraft() {}

  /** Adds any delta. */
  public void add(Delta delta) {
    deltas.add(delta);
  }

  /** Adds visible text. */
  public void text(int choice, String text) {
    if (!text.isEmpty()) {
      add(new Delta.Text(choice, text));
    }
  }

  /** Adds reasoning. */
  public void reasoning(int choice, String text) {
    if (!text.isEmpty()) {
      add(new Delta.Reasoning(choice, text));
    }
  }

  /** Adds a part of a refusal. */
  public void refusal(int choice, String text) {
    if (!text.isEmpty()) {
      add(new Delta.Refusal(choice, text));
    }
  }

  /** Adds the role of the model. */
  public void assistant(int choice) {
    add(new Delta.Role(choice, Role.ASSISTANT));
  }

  /** Adds a fragment of the arguments of a tool call. */
  public void arguments(int choice, int call, String fragment) {
    if (!fragment.isEmpty()) {
      add(new Delta.ToolCall(choice, call, "", "", fragment, Map.of()));
    }
  }

  /** Adds the finish of a choice, which must follow its other deltas. */
  public void finish(int choice, FinishReason reason) {
    add(new Delta.Finish(choice, reason));
  }

  /** Adds a field that is not modelled, of which the last value counts. */
  public void other(int choice, Place place, String name, Json value) {
    other(choice, place, name, value, Fold.LAST);
  }

  /** Adds a field that is not modelled. */
  public void other(int choice, Place place, String name, Json value, Fold fold) {
    if (!new JsonValue(value).isNull()) {
      add(new Delta.Other(choice, place, name, value, fold));
    }
  }

  /** Adds one element to an array of the message that grows. */
  public void element(int choice, String array, Json value) {
    other(choice, Place.MESSAGE, array, new Json("[" + value.text() + "]"), Fold.APPEND);
  }

  /** Sets the server's figures. */
  public void usage(Usage figures) {
    usage = Optional.of(figures);
  }

  /** Sets the id, the model and the date of the answer. */
  public void origin(Origin whose) {
    origin = whose;
  }

  /** Adds an irregularity that was tolerated. */
  public void irregular(Irregularity.Kind kind) {
    remarks.add(kind);
  }

  /** Records that the answer ends with this object. */
  public void done() {
    done = true;
  }

  /** Records that the answer fails with this object. */
  public void failed(Failure reason) {
    failure = Optional.of(reason);
  }

  /** Records that the object is none of the dialect's. */
  public void foreign() {
    foreign = true;
  }

  /**
   * Records that an event which differs from this one only as {@code how} says would do the same to
   * the reader, so that it need not be parsed if it follows at once.
   *
   * @param then called with the words of each such event, instead of reading it
   */
  public void repeats(Repetition how, Consumer<String> then) {
    repetition = how;
    repeated = then;
  }

  @Nullable Repetition repetition() {
    return failure.isPresent() || done || foreign || !remarks.isEmpty() ? null : repetition;
  }

  Consumer<String> repeated() {
    return repeated;
  }

  boolean isForeign() {
    return foreign;
  }

  /** The chunk of this draft, whose JSON is that text. */
  public Chunk chunk(String json, Duration at) {
    ChunkBuilder chunk = ChunkBuilder.of(deltas).origin(origin).at(at).payload(json);
    usage.ifPresent(chunk::usage);
    return chunk.build();
  }

  /** Reports the chunk of this draft, and what it says of the answer. */
  void report(Chunk chunk, Dialect.Receiver receiver) {
    remarks.forEach(receiver::irregular);
    receiver.chunk(chunk);
    failure.ifPresent(receiver::failed);
    if (done) {
      receiver.done();
    }
  }
}
