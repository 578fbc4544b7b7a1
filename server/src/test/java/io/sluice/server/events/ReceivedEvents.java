package io.sluice.server.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a client has after some bytes: complete events alone count, as browsers have it. */
final class ReceivedEvents {

  private final Map<String, List<Long>> lines = new TreeMap<>();
  private String lastId = "";
  private int hellos;

  /** Takes the first so many bytes of a connection. */
  void take(byte[] bytes, int length) {
    String text = new String(Arrays.copyOf(bytes, length), UTF_8);
    int end = text.lastIndexOf("\n\n");
    if (end < 0) {
      return;
    }
    for (String event : text.substring(0, end).split("\n\n")) {
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
    for (String field : event.split("\n")) {
      if (field.startsWith("id: ")) {
        lastId = field.substring("id: ".length());
      } else if (field.equals("event: hello")) {
        hellos++;
      } else if (field.startsWith("data: ") && field.contains("\"n\":")) {
        JsonObject data = JsonObject.read(field.substring("data: ".length()));
        lines
            .computeIfAbsent(data.string("run").orElseThrow(), run -> new ArrayList<>())
            .add(data.wholeNumber("n").orElseThrow());
      }
    }
  }
}
