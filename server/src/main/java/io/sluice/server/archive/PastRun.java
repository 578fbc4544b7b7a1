package io.sluice.server.archive;

import io.sluice.chat.Json;
import io.sluice.transcript.TranscriptLine;
import java.util.Objects;
import java.util.Optional;

/**
 * A run as an archive has it.
 *
 * @param id its name
 * @param model the model that was asked, or the one that answered if the request is not known
 * @param open the first line of its transcript: where, when and what was asked
 * @param end the last line; empty if its process was killed, or if it goes on in another one
 * @param completion the answer as a {@code chat.completion}; empty if there is no last line
 * @param text the visible text of the answer, as far as it was kept
 */
public record PastRun(
    String id,
    String model,
    TranscriptLine.OpenLine open,
    Optional<TranscriptLine.EndLine> end,
    Optional<Json> completion,
    String text) {

  /** Refuses null. */
  public PastRun {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(open, "open");
    Objects.requireNonNull(end, "end");
    Objects.requireNonNull(completion, "completion");
    Objects.requireNonNull(text, "text");
  }
}
