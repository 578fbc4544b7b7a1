package io.sluice.simulator.chat;

import io.sluice.simulator.json.JsonTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a request's object by name and type; null counts as absent. */
record RequestFields(Map<String, Object> values) {

  Optional<Object> value(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> value != JsonTree.NULL);
  }

  Optional<String> text(String name) {
    return typed(name, String.class, "a string");
  }

  Optional<List<?>> array(String name) {
    return typed(name, List.class, "an array").map(list -> (List<?>) list);
  }

  boolean flag(String name) {
    return typed(name, Boolean.class, "true or false").orElse(false);
  }

  Optional<Double> number(String name, double least, double most) {
    Optional<Double> number = typed(name, Number.class, "a number").map(Number::doubleValue);
    if (number.isPresent() && !(number.get() >= least && number.get() <= most)) {
      throw wrong(name, "a number from " + (long) least + " to " + (long) most);
    }
    return number;
  }

  Optional<Long> whole(String name, long least, long most) {
    Optional<Number> given = typed(name, Number.class, "a whole number");
    Optional<Long> whole = given.map(Number::longValue);
    boolean good =
        given.isEmpty()
            || (given.get().doubleValue() == (double) whole.get()
                && whole.get() >= least
                && whole.get() <= most);
    if (!good) {
      throw wrong(name, "a whole number from " + least + " to " + most);
    }
    return whole;
  }

  private <T> Optional<T> typed(String name, Class<T> type, String described) {
    Optional<Object> value = value(name);
    if (value.isPresent() && !type.isInstance(value.get())) {
      throw wrong(name, described);
    }
    return value.map(type::cast);
  }

  /** The exception for a field that is not as expected. */
  static InvalidRequest wrong(String name, String expected) {
    return new InvalidRequest(name, "'" + name + "' must be " + expected);
  }
}
