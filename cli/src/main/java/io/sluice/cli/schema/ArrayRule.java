package io.sluice.cli.schema;

import io.sluice.json.tree.JsonTree;
import java.util.List;
import java.util.Optional;

/**
 * What the elements of an array must be. Any other value fulfils it.
 *
 * @param first of the first elements, one for each
 * @param others of all behind them; empty if they may be anything
 */
record ArrayRule(List<Constraint> first, Optional<Constraint> others) implements Constraint {
  ArrayRule {
    first = List.copyOf(first);
  }

  @Override
  public Optional<SchemaViolation> violation(JsonTree value, String at) {
    List<JsonTree> elements = value.elements();
    for (int i = 0; i < elements.size(); i++) {
      Optional<Constraint> own = i < first.size() ? Optional.of(first.get(i)) : others;
      JsonTree element = elements.get(i);
      String below = at + "/" + i;
      Optional<SchemaViolation> found = own.flatMap(rule -> rule.violation(element, below));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
