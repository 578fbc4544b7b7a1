package io.sluice.dialects.anthropic;

import io.sluice.stream.Failure;
import io.sluice.wire.Payloads;
import io.sluice.wire.WholeBody;
import io.sluice.wire.WireEvent;
import io.sluice.wire.WireFormat;

/**
 * What a stream holds before its message begins. Where none ever does, that is what was answered
 * instead. Mutable; for one thread at a time.
 */
final class Preamble {

  /** A later version may well send a few new events first, but a foreign stream sends no others. */
  private static final int MOST_EVENTS = 16;

  private final StringBuilder lines = new StringBuilder();
  private String event = "";
  private int events;

  /** An event that is none of Anthropic's; whether that makes too many of them. */
  boolean tooManyWith(String json) {
    if (events == 0) {
      event = json;
    }
    events++;
    return events == MOST_EVENTS;
  }

  /** A line that is no field of an event. */
  void line(WireEvent.UnknownField field) {
    if (lines.length() < Failure.Protocol.EXCERPT) {
      String value = field.value().isEmpty() ? "" : ": " + field.value();
      lines.append(field.name()).append(value).append('\n');
    }
  }

  /** Whether there was nothing at all. */
  boolean isEmpty() {
    return events == 0 && lines.isEmpty();
  }

  /** Why the stream, which holds no message, is no answer. */
  Failure failure() {
    if (events > 0) {
      return Payloads.foreign(WireFormat.ANTHROPIC, event);
    }
    return isEmpty()
        ? new Failure.Protocol("the server ended the stream without any answer; ask again", "")
        : WholeBody.failure(lines.toString());
  }
}
