package io.sluice.dialects.anthropic;

import io.sluice.json.JsonObject;
import io.sluice.json.MalformedJsonException;
import io.sluice.json.Utf8;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity.Kind;
import io.sluice.wire.Dialect;
import io.sluice.wire.JsonEvents;
import io.sluice.wire.Payloads;
import io.sluice.wire.WireFormat;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one answer. What an event is, its JSON says; the name in its {@code event} field is only
 * believed where it is {@code error}. Mutable; for one thread at a time.
 */
final class MessagesReader extends JsonEvents {

  private static final String ERROR = "error";

  private static final String PING = "ping";

  /** A later version may well send a few new events first, but a foreign stream sends no others. */
  private static final int MOST_FOREIGN = 16;

  private final EventReader events = new EventReader();
  private int foreignEvents;

  MessagesReader() {
    super(WireFormat.ANTHROPIC);
  }

  @Override
  protected void object(String type, ByteBuffer payload, Duration at, Dialect.Receiver receiver) {
    Optional<Chunk> repeated = events.repeated(payload, type, at);
    if (repeated.isPresent()) {
      receiver.chunk(repeated.get());
      return;
    }
    String json = text(payload, receiver);
    List<Kind> remarks = new ArrayList<>();
    MessageChunk chunk = events.read(json, payload, type, at, remarks::add);
    remarks.forEach(receiver::irregular);
    receiver.chunk(chunk);
    switch (type.equals(ERROR) ? MessageChunk.Kind.ERROR : chunk.kind()) {
      case PART -> {}
      case LAST -> receiver.done();
      case ERROR -> receiver.failed(Payloads.error(json));
      case FOREIGN -> foreign(json, receiver);
      case SECOND -> second(json, receiver);
    }
  }

  private void foreign(String json, Dialect.Receiver receiver) {
    foreign().add(json);
    foreignEvents++;
    if (foreignEvents == MOST_FOREIGN) {
      foreign().failure().ifPresent(receiver::failed);
    }
  }

  /** A gateway that lost its server asks another and goes on with the answer of that one. */
  private void second(String json, Dialect.Receiver receiver) {
    if (events.hasFinished()) {
      receiver.irregular(Kind.DELTA_AFTER_FINISH);
      receiver.done();
    } else {
      receiver.failed(Payloads.secondAnswer(json));
    }
  }

  @Override
  protected boolean hasBegun() {
    return events.hasBegun();
  }

  @Override
  protected boolean hasFinished() {
    return events.hasFinished();
  }

  @Override
  protected boolean isAnswer(JsonObject body) {
    return body.string("type").filter("message"::equals).isPresent();
  }

  @Override
  protected Failure noAnswer(String body) {
    Failure failure = super.noAnswer(body);
    return failure instanceof Failure.Provider || !isObject(body)
        ? failure
        : Payloads.foreign(WireFormat.ANTHROPIC, body);
  }

  @Override
  protected Failure worded(Failure failure) {
    return failure instanceof Failure.Provider error ? ErrorType.coded(error) : failure;
  }

  @Override
  protected Optional<Chunk> remainder(Duration at) {
    return events.unfinished(at).map(Chunk.class::cast);
  }

  /** A ping says nothing, and neither does null. */
  @Override
  protected boolean isNoise(String type, String text) {
    return type.equals(PING) || text.strip().equals("null");
  }

  /** Of a block that lost a part, signatures do not hold any more. */
  @Override
  protected boolean salvages() {
    return false;
  }

  private static String text(ByteBuffer bytes, Dialect.Receiver receiver) {
    String text = Utf8.decode(bytes);
    boolean suspect = text.indexOf('\uFFFD') >= 0;
    if (suspect && !bytes.equals(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))) {
      receiver.irregular(Kind.INVALID_UTF8);
    }
    return text;
  }

  private static boolean isObject(String text) {
    try {
      return !JsonObject.read(text).members().isEmpty();
    } catch (MalformedJsonException noObject) {
      return false;
    }
  }
}
