package io.sluice.dialects.bedrock;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonWriter;
import io.sluice.json.MalformedJsonException;
import io.sluice.json.Utf8;
import io.sluice.wire.Dialect;
import io.sluice.wire.WireEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes one JSON object of each binary message, named as its type, and has it read. Transcripts
 * hold these objects, which are read again as they are. Mutable; for one thread at a time.
 */
final class FrameReader implements Dialect.Reader {

  private final ConverseReader objects = new ConverseReader();

  /** The type of the latest message, and how its JSON begins. */
  private String latest = "";

  private byte[] beginning = {};

  @Override
  public void read(WireEvent event, Duration at, Dialect.Receiver receiver) {
    if (event instanceof WireEvent.Unfinished) {
      receiver.torn(); // No part of a message says anything.
    } else {
      objects.read(event instanceof WireEvent.Frame frame ? data(frame) : event, at, receiver);
    }
  }

  @Override
  public void end(Dialect.Receiver receiver) {
    objects.end(receiver);
  }

  private WireEvent data(WireEvent.Frame frame) {
    return new WireEvent.Data("message", "", json(frame.headers(), frame.bytes()));
  }

  private ByteBuffer json(Map<String, String> headers, ByteBuffer payload) {
    return switch (headers.getOrDefault(":message-type", "event")) {
      case "exception" -> Utf8.encode(exception(headers, payload));
      case "error" ->
          Utf8.encode(
              error(
                  headers.getOrDefault(":error-code", "error"),
                  headers.getOrDefault(":error-message", "")));
      default -> event(headers.getOrDefault(":event-type", "unknown"), payload);
    };
  }

  private static String error(String code, String message) {
    return JsonWriter.object(
        text -> text.object("error", error -> error.field("code", code).field("message", message)));
  }

  /** An exception is an error, whatever its name is and whatever it says. */
  private static String exception(Map<String, String> headers, ByteBuffer payload) {
    String kind = headers.getOrDefault(":exception-type", "exception");
    try {
      return kind.endsWith(ConverseReader.EXCEPTION)
          ? wrapped(kind, payload)
          : error(kind, ConverseReader.message(JsonObject.read(text(payload))).orElse(kind));
    } catch (MalformedJsonException words) {
      return error(kind, Utf8.decode(payload));
    }
  }

  /** The payload as a member; what is no JSON object is passed on as it is, and cannot be read. */
  private ByteBuffer event(String name, ByteBuffer payload) {
    try {
      return unpadded(name, payload).orElseGet(() -> Utf8.encode(wrapped(name, payload)));
    } catch (MalformedJsonException unreadable) {
      return payload;
    }
  }

  /**
   * The payload as a member, without its padding, as most messages have it: at the end. Empty if it
   * is elsewhere.
   */
  private Optional<ByteBuffer> unpadded(String name, ByteBuffer payload) {
    int end = Padding.start(payload);
    if (end < 0) {
      return Optional.empty();
    }
    if (!name.equals(latest)) {
      latest = name;
      beginning = ("{" + JsonWriter.json(name) + ":").getBytes(StandardCharsets.UTF_8);
    }
    int length = end - payload.position();
    ByteBuffer json = ByteBuffer.allocate(beginning.length + length + 2).put(beginning);
    json.put(json.position(), payload, payload.position(), length);
    return Optional.of(
        json.position(beginning.length + length).put((byte) '}').put((byte) '}').flip());
  }

  private static String wrapped(String name, ByteBuffer payload) {
    Map<String, Json> members = new LinkedHashMap<>(JsonObject.read(text(payload)).members());
    members.remove("p");
    return JsonWriter.object(outer -> outer.object(name, inner -> members.forEach(inner::field)));
  }

  /** Some messages have no payload. */
  private static String text(ByteBuffer payload) {
    String text = Utf8.decode(payload);
    return text.isBlank() ? "{}" : text;
  }
}
