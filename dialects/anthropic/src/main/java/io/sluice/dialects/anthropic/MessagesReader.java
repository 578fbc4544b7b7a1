package io.sluice.dialects.anthropic;

import io.sluice.chat.Json;
import io.sluice.json.ErrorJson;
import io.sluice.json.JsonObject;
import io.sluice.json.MalformedJsonException;
import io.sluice.json.Utf8;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity.Kind;
import io.sluice.wire.Dialect;
import io.sluice.wire.ForeignData;
import io.sluice.wire.Payloads;
import io.sluice.wire.WholeBody;
import io.sluice.wire.WireEvent;
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
final class MessagesReader implements Dialect.Reader {

  private static final String ERROR = "error";

  private static final String PING = "ping";

  /** A later version may well send a few new events first, but a foreign stream sends no others. */
  private static final int MOST_FOREIGN = 16;

  private final EventReader events = new EventReader();
  private final ForeignData foreign = new ForeignData(WireFormat.ANTHROPIC);
  private int foreignEvents;
  private Duration latest = Duration.ZERO;
  private boolean over;

  @Override
  public void read(WireEvent event, Duration at, Dialect.Receiver receiver) {
    if (over) {
      return;
    }
    latest = at;
    if (event instanceof WireEvent.Data data) {
      data(data.type(), data.bytes(), at, receiver);
    } else if (event instanceof WireEvent.Unfinished unfinished) {
      unfinished(unfinished, at, receiver);
    } else if (event instanceof WireEvent.Whole whole) {
      whole(whole.bytes(), at, receiver);
    } else if (event instanceof WireEvent.UnknownField field) {
      unknownField(field, receiver);
    }
  }

  @Override
  public void end(Dialect.Receiver receiver) {
    if (over) {
      return;
    }
    Optional<Failure> other = events.hasBegun() ? Optional.empty() : foreign.failure();
    if (other.isPresent()) {
      failed(other.get(), receiver);
      return;
    }
    over = true;
    keepUnfinished(receiver);
  }

  private void data(String type, ByteBuffer bytes, Duration at, Dialect.Receiver receiver) {
    if (Payloads.isKeepAlive(bytes)) {
      return;
    }
    if (Payloads.isEndMarker(bytes)) {
      endMarker(receiver);
      return;
    }
    String text = text(bytes, receiver);
    try {
      object(type, text, at, receiver);
    } catch (MalformedJsonException malformed) {
      malformed(type, text, malformed, receiver);
    }
  }

  /** Anthropic sends none; gateways that speak both dialects do, whatever has come before it. */
  private void endMarker(Dialect.Receiver receiver) {
    if (!events.hasBegun()) {
      failed(foreign.failure().orElseGet(Failure.Protocol::withoutAnswer), receiver);
      return;
    }
    keepUnfinished(receiver);
    done(receiver);
  }

  /** A ping says nothing, and neither does null; what breaks behind the stop reason is forgiven. */
  private void malformed(
      String type, String text, MalformedJsonException malformed, Dialect.Receiver receiver) {
    if (type.equals(ERROR)) {
      failed(Payloads.error(text), receiver);
    } else if (type.equals(PING) || text.strip().equals("null")) {
      receiver.irregular(Kind.UNEXPECTED_DATA);
    } else if (events.hasFinished()) {
      receiver.irregular(Kind.MALFORMED_AFTER_FINISH);
    } else {
      failed(Payloads.malformed(malformed, text), receiver);
    }
  }

  private void object(String type, String json, Duration at, Dialect.Receiver receiver) {
    List<Kind> remarks = new ArrayList<>();
    MessageChunk chunk = events.read(json, type, at, remarks::add);
    remarks.forEach(receiver::irregular);
    receiver.chunk(chunk);
    switch (type.equals(ERROR) ? MessageChunk.Kind.ERROR : chunk.kind()) {
      case PART -> {}
      case LAST -> done(receiver);
      case ERROR -> failed(ErrorType.coded(Payloads.error(json)), receiver);
      case FOREIGN -> foreign(json, receiver);
      case SECOND -> second(json, receiver);
    }
  }

  private void foreign(String json, Dialect.Receiver receiver) {
    foreign.add(json);
    foreignEvents++;
    if (foreignEvents == MOST_FOREIGN) {
      foreign.failure().ifPresent(failure -> failed(failure, receiver));
    }
  }

  /** A gateway that lost its server asks another and goes on with the answer of that one. */
  private void second(String json, Dialect.Receiver receiver) {
    if (events.hasFinished()) {
      receiver.irregular(Kind.DELTA_AFTER_FINISH);
      done(receiver);
    } else {
      failed(Payloads.secondAnswer(json), receiver);
    }
  }

  /** What the standard discards counts if it is whole; half an event says nothing. */
  private void unfinished(WireEvent.Unfinished event, Duration at, Dialect.Receiver receiver) {
    if (Payloads.isKeepAlive(event.bytes())) {
      return;
    }
    if (!Payloads.isEndMarker(event.bytes()) && !isWhole(event.bytes())) {
      return;
    }
    receiver.irregular(Kind.UNFINISHED_EVENT);
    data(event.type(), event.bytes(), at, receiver);
  }

  /** A body in one piece is a message, an error, or nothing of ours; empty it is just cut. */
  private void whole(ByteBuffer bytes, Duration at, Dialect.Receiver receiver) {
    String text = text(bytes, receiver);
    if (text.isBlank()) {
      return;
    }
    if (isMessage(text)) {
      // That it came whole is for the transport to remark: it knows what was asked for.
      receiver.chunk(events.read(text, "", at, kind -> {}));
      done(receiver);
    } else {
      failed(failure(text), receiver);
    }
  }

  private static Failure failure(String body) {
    Failure failure = WholeBody.failure(body);
    if (failure instanceof Failure.Provider error) {
      return ErrorType.coded(error);
    }
    return isObject(body) ? Payloads.foreign(WireFormat.ANTHROPIC, body) : failure;
  }

  /**
   * Some servers write an error without {@code data:}. As a line of the stream it has a field name
   * like any other, cut at the first colon of the JSON if there is no other name.
   */
  private void unknownField(WireEvent.UnknownField field, Dialect.Receiver receiver) {
    String line = field.name() + ":" + field.value();
    if (field.name().equals(ERROR)) {
      failed(ErrorType.coded(Payloads.error(field.value())), receiver);
    } else if (line.startsWith("{") && ErrorJson.read(line).isPresent()) {
      failed(ErrorType.coded(Payloads.error(line)), receiver);
    } else {
      foreign.add(field);
      receiver.irregular(Kind.UNKNOWN_FIELD);
    }
  }

  private void keepUnfinished(Dialect.Receiver receiver) {
    events.unfinished(latest).ifPresent(receiver::chunk);
  }

  private void done(Dialect.Receiver receiver) {
    over = true;
    receiver.done();
  }

  private void failed(Failure failure, Dialect.Receiver receiver) {
    over = true;
    keepUnfinished(receiver);
    receiver.failed(failure);
  }

  private static String text(ByteBuffer bytes, Dialect.Receiver receiver) {
    String text = Utf8.decode(bytes);
    boolean suspect = text.indexOf('\uFFFD') >= 0;
    if (suspect && !bytes.equals(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))) {
      receiver.irregular(Kind.INVALID_UTF8);
    }
    return text;
  }

  private static boolean isWhole(ByteBuffer bytes) {
    return isObject(Utf8.decode(bytes));
  }

  private static boolean isObject(String text) {
    try {
      return !JsonObject.read(text).members().isEmpty();
    } catch (MalformedJsonException noObject) {
      return false;
    }
  }

  private static boolean isMessage(String text) {
    try {
      Json type = JsonObject.read(text).members().get("type");
      return type != null && type.equals(new Json("\"message\""));
    } catch (MalformedJsonException noObject) {
      return false;
    }
  }
}
