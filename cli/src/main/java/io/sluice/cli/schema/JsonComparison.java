package io.sluice.cli.schema;

import io.sluice.json.tree.JsonTree;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Compares JSON values: numbers by what they amount to, objects without regard to their order. */
final class JsonComparison {
  /** Beyond so many digits a remainder would take too long, and is taken of doubles. */
  private static final int MOST_DIGITS = 400;

  private JsonComparison() {}

  /** The number, if the value is one. */
  static Optional<BigDecimal> number(JsonTree value) {
    boolean numeric =
        value instanceof JsonTree.Literal literal
            && (literal.text().startsWith("-") || Character.isDigit(literal.text().charAt(0)));
    return numeric
        ? Optional.of(new BigDecimal(((JsonTree.Literal) value).text()))
        : Optional.empty();
  }

  static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  static boolean isMultiple(BigDecimal number, BigDecimal of) {
    if (Math.abs((long) number.scale()) + Math.abs((long) of.scale()) > MOST_DIGITS) {
      return number.doubleValue() % of.doubleValue() == 0;
    }
    return number.remainder(of).signum() == 0;
  }

  static boolean equal(JsonTree one, JsonTree other) {
    Optional<BigDecimal> number = number(one);
    if (number.isPresent()) {
      return number(other).filter(same -> same.compareTo(number.get()) == 0).isPresent();
    }
    if (one instanceof JsonTree.Members members) {
      return other instanceof JsonTree.Members others && equal(members.members(), others.members());
    }
    if (one instanceof JsonTree.Elements elements) {
      return other instanceof JsonTree.Elements others && equal(elements, others);
    }
    return one.equals(other);
  }

  private static boolean equal(Map<String, JsonTree> one, Map<String, JsonTree> other) {
    return one.keySet().equals(other.keySet())
        && one.entrySet().stream()
            .allMatch(
                member ->
                    Optional.ofNullable(other.get(member.getKey()))
                        .filter(value -> equal(member.getValue(), value))
                        .isPresent());
  }

  private static boolean equal(JsonTree.Elements one, JsonTree.Elements other) {
    int size = one.elements().size();
    for (int i = 0; i < size && size == other.elements().size(); i++) {
      if (!equal(one.elements().get(i), other.elements().get(i))) {
        return false;
      }
    }
    return size == other.elements().size();
  }
}
