package io.sluice.sinks.sqlite;

import io.sluice.sinks.sqlite.RunQuery.Attribute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A query as SQL: conditions, all of which must hold, and their values. Mutable. */
final class Condition {
  private static final String ATTRIBUTE =
      "coalesce((SELECT said.value FROM json_each(run.opening, '$.attributes') AS said"
          + " WHERE said.key = ?), ?) = ?";

  private final StringBuilder sql = new StringBuilder("1");
  private final List<Object> values = new ArrayList<>();

  static Condition of(RunQuery query) {
    return new Condition()
        .and("substr(run.model, 1, length(?)) = ?", query.model(), query.model())
        .and("run.status = ?", query.status())
        .and("run.started >= ?", time(query.since()))
        .and("run.started < ?", time(query.until()))
        .and("run.conversation = ?", query.conversation())
        .and(
            ATTRIBUTE,
            attribute(query, Attribute::name),
            attribute(query, Attribute::otherwise),
            attribute(query, Attribute::value));
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
    return valuesBetween(List.of(), more);
  }

  /** Its values, between {@code first} and {@code more}. */
  Object[] valuesBetween(List<?> first, Object... more) {
    List<Object> all = new ArrayList<>(first);
    all.addAll(values);
    all.addAll(List.of(more));
    return all.toArray();
  }

  private static Optional<String> attribute(RunQuery query, Function<Attribute, String> part) {
    return query.attribute().map(part);
  }

  private static Optional<String> time(Optional<Instant> moment) {
    return moment.map(SortableTime::of);
  }
}
