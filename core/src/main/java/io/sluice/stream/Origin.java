package io.sluice.stream;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The id, model and date of the answer that a chunk belongs to. Most servers repeat them in every
 * chunk; a reader returns the same instance as long as they do not change.
 *
 * @param id the server's name for the answer, empty if missing
 * @param model the model that answers, empty if missing
 * @param created when the answer began according to the server, to the second
 */
public record Origin(String id, String model, Optional<Instant> created) {

  /** The origin of a chunk without these members. */
  public static final Origin UNKNOWN = new Origin("", "", Optional.empty());

  /** Refuses null. */
  public Origin {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(created, "created");
  }
}
