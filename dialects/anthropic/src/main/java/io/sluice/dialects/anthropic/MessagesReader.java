package io.sluice.dialects.anthropic;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.MalformedJsonException;
import io.sluice.json.Utf8;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity.Kind;
import io.sluice.wire.Dialect;
import io.sluice.wire.Payloads;
import io.sluice.wire.WholeBody;
import io.sluice.wire.WireEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one answer. What an event is, its JSON says; the name in its {@code event} field is only
 * believed where it is {@code error}. Mutable; for one thread at a time.
 */
final class MessagesReader implements Dialect.Reader {

  private static final String ERROR = "error";

  private final EventReader events = new EventReader();
  private boolean over;

  @Override
  public void read(WireEvent event, Duration at, Dialect.Receiver receiver) {
    if (over) {
      return;
    }
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
    over = true;
  }

  private void data(String type, ByteBuffer bytes, Duration at, Dialect.Receiver receiver) {
    if (Payloads.isKeepAlive(bytes)) {
      return;
    }
    if (Payloads.isEndMarker(bytes)) { // Anthropic sends none; gateways that speak both do.
      done(receiver);
      return;
    }
    String text = text(bytes, receiver);
    try {
      object(type, text, at, receiver);
    } catch (MalformedJsonException malformed) {
      boolean error = type.equals(ERROR);
      failed(error ? Payloads.error(text) : Payloads.malformed(malformed, text), receiver);
    }
  }

  private void object(String type, String json, Duration at, Dialect.Receiver receiver) {
    List<Kind> remarks = new ArrayList<>();
    MessageChunk chunk = events.read(json, at, remarks::add);
    remarks.forEach(receiver::irregular);
    receiver.chunk(chunk);
    if (chunk.kind() == MessageChunk.Kind.ERROR || type.equals(ERROR)) {
      failed(ErrorType.coded(Payloads.error(json)), receiver);
    } else if (chunk.kind() == MessageChunk.Kind.LAST) {
      done(receiver);
    }
  }

  /** What the standard discards counts if it is whole; half an event says nothing. */
  private void unfinished(WireEvent.Unfinished event, Duration at, Dialect.Receiver receiver) {
    if (Payloads.isKeepAlive(event.bytes())) {
      return;
    }
    if (!Payloads.isEndMarker(event.bytes()) && !isWhole(event.bytes())) {
      over = true;
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
      receiver.chunk(events.read(text, at, kind -> {}));
      done(receiver);
    } else {
      failed(WholeBody.failure(text), receiver);
    }
  }

  /** Some servers write an error without {@code data:}; as a line it has a field name. */
  private void unknownField(WireEvent.UnknownField field, Dialect.Receiver receiver) {
    if (field.name().equals(ERROR)) {
      failed(ErrorType.coded(Payloads.error(field.value())), receiver);
    } else {
      receiver.irregular(Kind.UNKNOWN_FIELD);
    }
  }

  private void done(Dialect.Receiver receiver) {
    over = true;
    receiver.done();
  }

  private void failed(Failure failure, Dialect.Receiver receiver) {
    over = true;
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
    try {
      return !JsonObject.read(Utf8.decode(bytes)).members().isEmpty();
    } catch (MalformedJsonException cut) {
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
