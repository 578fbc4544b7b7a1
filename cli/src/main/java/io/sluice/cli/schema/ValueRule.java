package io.sluice.cli.schema;

import io.sluice.json.tree.JsonTree;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A demand that a value as a whole fulfils or not.
 *
 * @param fulfils whether a value does
 * @param must the demand, as the end of "it must"
 */
record ValueRule(Predicate<JsonTree> fulfils, String must) implements Constraint {
  @Override
  public Optional<SchemaViolation> violation(JsonTree value, String at) {
    return fulfils.test(value)
        ? Optional.empty()
        : Optional.of(SchemaViolation.of(value, at, must));
  }
}
