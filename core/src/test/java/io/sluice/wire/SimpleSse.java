package io.sluice.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts a recorded stream into events, the plain way: all at once, from one string. */
final class SimpleSse {

  private SimpleSse() {}

  static List<WireEvent> events(String stream) {
    List<WireEvent> events = new ArrayList<>();
    List<String> data = new ArrayList<>();
    String type = "";
    for (String line : stream.split("\r\n|\n|\r", -1)) {
      if (line.isEmpty()) {
        if (!data.isEmpty()) {
          events.add(event(type, data));
        }
        data.clear();
        type = "";
      } else if (!line.startsWith(":")) {
        String name = line.contains(":") ? line.substring(0, line.indexOf(':')) : line;
        String rest = line.contains(":") ? line.substring(line.indexOf(':') + 1) : "";
        String value = rest.startsWith(" ") ? rest.substring(1) : rest;
        switch (name) {
          case "data" -> data.add(value);
          case "event" -> type = value;
          case "id", "retry" -> {}
          default -> events.add(new WireEvent.UnknownField(name, value));
        }
      }
    }
    if (!data.isEmpty()) {
      events.add(new WireEvent.Unfinished(type.isEmpty() ? "message" : type, "", bytes(data)));
    }
    return events;
  }

  private static WireEvent event(String type, List<String> data) {
    return new WireEvent.Data(type.isEmpty() ? "message" : type, "", bytes(data));
  }

  private static ByteBuffer bytes(List<String> data) {
    return ByteBuffer.wrap(String.join("\n", data).getBytes(StandardCharsets.UTF_8));
  }
}
