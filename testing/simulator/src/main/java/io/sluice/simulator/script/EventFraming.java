package io.sluice.simulator.script;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the JSON of an event becomes bytes of a stream. */
public enum EventFraming {
  /** Server-sent events that have only data. */
  DATA(Sse.CONTENT_TYPE, "data: ", "\n\n", ": keep-alive\n\n"),
  /** Server-sent events whose name is the type that their JSON begins with. */
  NAMED(Sse.CONTENT_TYPE, "data: ", "\n\n", ": keep-alive\n\n"),
  /** Server-sent events with only data, and lines that end in CR LF. */
  CRLF(Sse.CONTENT_TYPE, "data: ", "\r\n\r\n", ": keep-alive\r\n\r\n"),
  /** A JSON object on each line. */
  LINES("application/x-ndjson", "", "\n", "\n"),
  /** The elements of one JSON array, which {@link #joined} puts together. */
  ARRAY("application/json; charset=UTF-8", "", "\n", "\r\n");

  private static final Pattern TYPE = Pattern.compile("\\{\"type\":\"([^\"]+)\"");

  private final String contentType;
  private final String start;
  private final String end;
  private final String nothing;

  EventFraming(String contentType, String start, String end, String nothing) {
    this.contentType = contentType;
    this.start = start;
    this.end = end;
    this.nothing = nothing;
  }

  /** The head of a healthy stream. */
  public Step.Head head() {
    return Sse.head(contentType);
  }

  /** An event with that JSON, on one line. */
  public Step.Event event(Mark mark, String json) {
    return new Step.Event(mark, StandardCharsets.UTF_8.encode(text(json)));
  }

  /** The text of an event with that JSON, on one line. */
  public String text(String json) {
    Matcher type = TYPE.matcher(json);
    String name = this == NAMED && type.lookingAt() ? "event: " + type.group(1) + "\n" : "";
    return name + start + json + end;
  }

  /** The body of these events, in which faults may have put others. */
  public Script joined(Script events) {
    return this == ARRAY ? events.each(new ArrayBody(head())) : events;
  }

  /** What stands before the data of an event. */
  public String start() {
    return start;
  }

  /** What stands behind the data of an event. */
  public String end() {
    return end;
  }

  /** Bytes that say nothing and keep a connection alive: a comment, or a blank line. */
  public Step.Body keepAlive() {
    return Step.Body.of(nothing);
  }
}
