package io.sluice.sinks.sqlite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A query as SQL: conditions, all of which must hold, and their values. Mutable. */
final class Condition {
  private final StringBuilder sql = new StringBuilder("1");
  private final List<Object> values = new ArrayList<>();

  static Condition of(RunQuery query) {
    return new Condition()
        .and("substr(run.model, 1, length(?)) = ?", query.model(), query.model())
        .and("run.status = ?", query.status())
        .and("run.started >= ?", time(query.since()))
        .and("run.started < ?", time(query.until()))
        .and("run.conversation = ?", query.conversation());
  }

  /** Adds a condition, if there is a value for it. */
  @SafeVarargs
  final Condition and(String condition, Optional<String>... given) {
    if (given[0].isPresent()) {
      sql.append(" AND ").append(condition);
      for (Optional<String> value : given) {
        value.ifPresent(values::add);
      }
    }
    return this;
  }

  /** Whether it holds for every run. */
  boolean isNone() {
    return values.isEmpty();
  }

  String sql() {
    return sql.toString();
  }

  /** Its values, followed by {@code more}. */
  Object[] valuesAnd(Object... more) {
    List<Object> all = new ArrayList<>(values);
    all.addAll(List.of(more));
    return all.toArray();
  }

  private static Optional<String> time(Optional<Instant> moment) {
    return moment.map(SortableTime::of);
  }
}
