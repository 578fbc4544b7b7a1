package io.sluice.wire;

import io.sluice.stream.Failure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers received data that is not in the expected format: if there is nothing else, the answer
 * is of another dialect, or a text that says why there is none. Keeps a bounded beginning of
 * either. Mutable; for one thread at a time.
 */
public final class ForeignData {
  private static final int MOST = 4 * Failure.Protocol.EXCERPT;

  private final WireFormat expected;
  private @Nullable StringBuilder lines;
  private @Nullable String first;

  /** Nothing was received yet. */
  ForeignData(WireFormat expected) {
    this.expected = expected;
  }

  /** Adds the JSON of an event that is not in the expected format. */
  public void add(String json) {
    if (first == null) {
      first = start(json);
    }
  }

  /** A line that is no field of an event stream. */
  void add(WireEvent.UnknownField field) {
    if (lines == null) {
      lines = new StringBuilder();
    }
    if (lines.length() < MOST) {
      lines
          .append(lines.length() > 0 ? " " : "")
          .append(start(field.name()))
          .append(field.value().isEmpty() ? "" : ": " + start(field.value()));
    }
  }

  private static String start(String text) {
    return text.length() > MOST ? text.substring(0, MOST) : text;
  }

  /**
   * The failure of an answer that contained nothing else; empty if it did not contain any such
   * data.
   */
  public Optional<Failure> failure() {
    if (first != null) {
      return Optional.of(Payloads.foreign(expected, first));
    }
    return lines == null ? Optional.empty() : Optional.of(WholeBody.failure(lines.toString()));
  }
}
