package io.sluice.dialects.bedrock;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonWriter;
import io.sluice.json.MalformedJsonException;
import io.sluice.json.Utf8;
import io.sluice.wire.Dialect;
import io.sluice.wire.WireEvent;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes one JSON object of each binary message, named as its type, and has it read. Transcripts
 * hold these objects, which are read again as they are. Mutable; for one thread at a time.
 */
final class FrameReader implements Dialect.Reader {

  private final ConverseReader objects = new ConverseReader();

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

  private static WireEvent data(WireEvent.Frame frame) {
    Map<String, String> headers = frame.headers();
    String json =
        switch (headers.getOrDefault(":message-type", "event")) {
          case "exception" ->
              wrapped(headers.getOrDefault(":exception-type", "exception"), frame.bytes());
          case "error" -> error(headers);
          default -> wrapped(headers.getOrDefault(":event-type", "unknown"), frame.bytes());
        };
    return new WireEvent.Data("message", "", Utf8.encode(json));
  }

  private static String error(Map<String, String> headers) {
    return JsonWriter.object(
        text ->
            text.object(
                "error",
                error ->
                    error
                        .field("code", headers.getOrDefault(":error-code", "error"))
                        .field("message", headers.getOrDefault(":error-message", ""))));
  }

  /** The payload as a member; what is no JSON object is passed on as it is, and cannot be read. */
  private static String wrapped(String name, ByteBuffer payload) {
    String text = Utf8.decode(payload);
    try {
      Map<String, Json> members = new LinkedHashMap<>(JsonObject.read(text).members());
      members.remove("p");
      return JsonWriter.object(outer -> outer.object(name, inner -> members.forEach(inner::field)));
    } catch (MalformedJsonException unreadable) {
      return text;
    }
  }
}
