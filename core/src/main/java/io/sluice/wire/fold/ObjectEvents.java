package io.sluice.wire.fold;

import io.sluice.accumulate.FinishedChoices;
import io.sluice.json.ErrorJson;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonReader;
import io.sluice.json.MalformedJsonException;
import io.sluice.json.RepeatedEvents;
import io.sluice.json.Repetition;
import io.sluice.json.Utf8;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity.Kind;
import io.sluice.wire.Dialect;
import io.sluice.wire.JsonEvents;
import io.sluice.wire.WireFormat;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads an answer of which each JSON object is one chunk. A dialect says what an object means in
 * {@link #event}; this class knows how far the answer has come, and recognises the errors of
 * gateways among the objects that are none of the dialect's. Mutable; for one thread at a time.
 */
public abstract class ObjectEvents extends JsonEvents {

  /** A later version may well send a few new events first, but a foreign stream sends no others. */
  private static final int MOST_FOREIGN = 16;

  private final JsonReader objects = new JsonReader();
  private final FinishedChoices choices = new FinishedChoices();
  private final RepeatedEvents repetitions = new RepeatedEvents();
  private boolean begun;
  private int foreignEvents;

  /** A reader of one answer that should be in that format. */
  protected ObjectEvents(WireFormat expected) {
    super(expected);
  }

  /**
   * Reads one object and adds to {@code draft} what it says.
   *
   * @param type the type of its event, {@code "message"} if it named none; empty for a body in one
   *     piece
   * @param json the object's text, verbatim
   * @throws MalformedJsonException if it exceeds a bound
   */
  protected abstract void event(String type, JsonObject object, String json, ChunkDraft draft);

  /** Reads further objects of this answer. */
  protected final JsonReader objects() {
    return objects;
  }

  @Override
  protected final void object(
      String type, ByteBuffer payload, Duration at, Dialect.Receiver receiver) {
    if (isRepeated(type, payload, at, receiver)) {
      return;
    }
    String json = text(payload, receiver);
    var draft = new ChunkDraft();
    event(type, objects.object(json), json, draft);
    begun |= !draft.isForeign();
    Chunk chunk = draft.chunk(json, at);
    choices.add(chunk);
    draft.report(chunk, receiver);
    learn(type, payload, chunk, draft);
    if (draft.isForeign()) {
      Optional<Failure.Provider> error = ErrorJson.read(json);
      if (error.isPresent()) {
        receiver.failed(error.get());
      } else if (!begun) {
        foreign(json, receiver);
      }
    }
  }

  private boolean isRepeated(
      String type, ByteBuffer payload, Duration at, Dialect.Receiver receiver) {
    Optional<Chunk> repeated = repetitions.read(type, payload, at);
    repeated.ifPresent(
        chunk -> {
          choices.add(chunk);
          receiver.chunk(chunk);
        });
    return repeated.isPresent();
  }

  private void learn(String type, ByteBuffer payload, Chunk chunk, ChunkDraft draft) {
    Repetition how = draft.repetition();
    if (how == null) {
      repetitions.forget();
    } else {
      repetitions.learn(type, payload, chunk, how, draft.repeated());
    }
  }

  private void foreign(String json, Dialect.Receiver receiver) {
    foreign().add(json);
    foreignEvents++;
    if (foreignEvents == MOST_FOREIGN) {
      foreign().failure().ifPresent(receiver::failed);
    }
  }

  @Override
  protected final boolean hasBegun() {
    return begun;
  }

  @Override
  protected final boolean hasFinished() {
    return choices.everyFinished();
  }

  private static String text(ByteBuffer bytes, Dialect.Receiver receiver) {
    String text = Utf8.decode(bytes);
    boolean suspect = text.indexOf('\uFFFD') >= 0;
    if (suspect && !bytes.equals(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))) {
      receiver.irregular(Kind.INVALID_UTF8);
    }
    return text;
  }
}
