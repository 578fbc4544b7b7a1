package io.sluice.cli.schema;

import io.sluice.json.tree.JsonTree;
import java.util.List;
import java.util.Optional;

/**
 * Several constraints of one value.
 *
 * @param kind how many of them must be fulfilled
 */
record Combination(Kind kind, List<Constraint> parts) implements Constraint {
  Combination {
    parts = List.copyOf(parts);
  }

  @Override
  public Optional<SchemaViolation> violation(JsonTree value, String at) {
    if (kind == Kind.ALL) {
      return parts.stream().flatMap(part -> part.violation(value, at).stream()).findFirst();
    }
    long fulfilled = parts.stream().filter(part -> part.holds(value)).count();
    if (kind == Kind.ANY && fulfilled == 0 && parts.size() == 1) {
      return parts.get(0).violation(value, at);
    }
    boolean holds =
        switch (kind) {
          case ANY -> fulfilled > 0;
          case ONE -> fulfilled == 1;
          default -> fulfilled == 0;
        };
    return holds ? Optional.empty() : Optional.of(SchemaViolation.of(value, at, kind.must));
  }

  /** How many parts must be fulfilled. */
  enum Kind {
    ALL("fit each schema of 'allOf'"),
    ANY("fit a schema of 'anyOf'"),
    ONE("fit one schema of 'oneOf' and no other"),
    NONE("not fit the schema of 'not'");

    private final String must;

    Kind(String must) {
      this.must = must;
    }
  }
}
