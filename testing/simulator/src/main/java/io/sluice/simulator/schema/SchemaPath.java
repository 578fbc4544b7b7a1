package io.sluice.simulator.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The place of a subschema, from the root. */
record SchemaPath(List<String> steps) {
  static final SchemaPath ROOT = new SchemaPath(List.of());

  SchemaPath {
    steps = List.copyOf(steps);
  }

  SchemaPath then(String... more) {
    var longer = new ArrayList<>(steps);
    longer.addAll(List.of(more));
    return new SchemaPath(longer);
  }

  /** As OpenAI writes it: {@code ('properties', 'city')}. */
  @Override
  public String toString() {
    return steps.stream()
        .map(step -> "'" + step + "'")
        .collect(Collectors.joining(", ", "(", steps.size() == 1 ? ",)" : ")"));
  }
}
