package io.sluice.wire;

import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was received that is no part of a stream of chat completions: if nothing else
 * comes, the answer is of another dialect, or a text that says why there is none. Mutable; for one
 * thread at a time.
 */
final class ForeignData {
  private static final int MOST = 4 * Failure.Protocol.EXCERPT;

  private @Nullable StringBuilder lines;
  private @Nullable String first;

  /** JSON that is no chunk of ours. */
  void add(Chunk chunk) {
    if (first == null) {
      first = start(chunk.json());
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

  /** What is wrong with an answer in which there was nothing else. */
  Optional<Failure> failure() {
    if (first != null) {
      return Optional.of(Payloads.foreign(WireFormat.OPENAI, first));
    }
    return lines == null ? Optional.empty() : Optional.of(WholeBody.failure(lines.toString()));
  }
}
