package io.sluice.server.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a client has after some bytes: complete events alone count, as browsers have it. */
final class ReceivedEvents {

  private final Map<String, List<Long>> lines = new TreeMap<>();
  private String lastId = "";
  private int hellos;

  /** How many of the first bytes of a connection are complete events. */
  static int complete(byte[] bytes, int length) {
    for (int end = length; end >= 2; end--) {
      if (bytes[end - 1] == '\n' && bytes[end - 2] == '\n') {
        return end;
      }
    }
    return 0;
  }

  /** Takes the first so many bytes of a connection. */
  void take(byte[] bytes, int length) {
    String text = new String(bytes, 0, complete(bytes, length), UTF_8);
    for (String event : text.split("\n\n", -1)) {
      take(event);
    }
  }

  /** The numbers of the lines of each run, in the order in which they came. */
  Map<String, List<Long>> lines() {
    return lines;
  }

  String lastId() {
    return lastId;
  }

  int hellos() {
    return hellos;
  }

  private void take(String event) {
    for (String field : event.split("\n", -1)) {
      if (field.startsWith("id: ")) {
        lastId = field.substring("id: ".length());
      } else if (field.equals("event: hello")) {
        hellos++;
      } else if (field.startsWith("data: ") && field.contains("\"line\":")) {
        JsonObject data = JsonObject.read(field.substring("data: ".length()));
        lines
            .computeIfAbsent(data.string("run").orElseThrow(), run -> new ArrayList<>())
            .add(data.wholeNumber("n").orElseThrow());
      }
    }
  }
}
