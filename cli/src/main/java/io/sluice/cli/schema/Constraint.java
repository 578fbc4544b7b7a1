package io.sluice.cli.schema;

import io.sluice.json.tree.JsonTree;
import java.util.Optional;

/** What a schema demands of a value. */
interface Constraint {
  /**
   * The first violation that is found.
   *
   * @param at where the value stands, as a JSON pointer (RFC 6901)
   */
  Optional<SchemaViolation> violation(JsonTree value, String at);

  /** Whether the value fulfils it. */
  default boolean holds(JsonTree value) {
    return violation(value, "").isEmpty();
  }
}
