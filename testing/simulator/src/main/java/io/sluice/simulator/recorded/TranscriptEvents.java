package io.sluice.simulator.recorded;

import io.sluice.simulator.json.BrokenJson;
import io.sluice.simulator.json.ParsedJson;
import io.sluice.simulator.script.Mark;
import io.sluice.simulator.script.Sse;
import io.sluice.simulator.script.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Turns the chunk lines of a transcript back into events with unchanged data. {@code [DONE]}
 * follows if the transcript says that the answer was complete.
 */
public final class TranscriptEvents {
  private static final JsonFactory JSON = new JsonFactory();

  private TranscriptEvents() {}

  /** Returns the events of the transcript in {@code bytes}; messages name the file. */
  public static List<Step> read(Path file, byte[] bytes) throws IOException {
    var events = new StringBuilder();
    boolean completed = false;
    int number = 0;
    for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
      number++;
      if (!line.isBlank()) {
        Map<String, Object> object = object(file, number, line);
        completed |= "end".equals(object.get("type")) && "completed".equals(object.get("status"));
        if ("chunk".equals(object.get("type"))) {
          events.append("data: ").append(data(line)).append("\n\n");
        }
      }
    }
    var steps = new ArrayList<Step>();
    steps.add(Sse.head());
    steps.addAll(EventCutter.cut(events.toString().getBytes(StandardCharsets.UTF_8)));
    if (completed) {
      steps.add(Sse.data(Mark.DONE, "[DONE]"));
    }
    steps.add(Step.Last.END);
    return steps;
  }

  private static Map<String, Object> object(Path file, int number, String line) throws IOException {
    try {
      return ParsedJson.object(line.getBytes(StandardCharsets.UTF_8));
    } catch (BrokenJson e) {
      throw new IOException(
          file + ", line " + number + ": not a line of a transcript; each is one JSON object", e);
    }
  }

  /** The text of the line's own field {@code data}, unchanged. */
  private static String data(String line) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        if (name.equals("data")) {
          // The parser's location may be past the end of a scalar; data is an object, whose end is
          // exact.
          return line.substring(start, (int) parser.currentLocation().getCharOffset());
        }
      }
      return "";
    }
  }
}
