package io.sluice.stream;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Whose answer a chunk belongs to, as the chunk says it. Most servers repeat it on every chunk; a
 * reader hands out the same instance for as long as it does not change.
 *
 * @param id the server's name for the answer, empty if missing
 * @param model the model that answers, empty if missing
 * @param created when the server says it began, to the second
 */
public record Origin(String id, String model, Optional<Instant> created) {

  /** A chunk that does not say. */
  public static final Origin UNKNOWN = new Origin("", "", Optional.empty());

  /** Refuses null. */
  public Origin {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(created, "created");
  }
}
