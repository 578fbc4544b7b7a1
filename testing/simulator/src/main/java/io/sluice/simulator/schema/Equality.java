package io.sluice.simulator.schema;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Equality of JSON values: numbers by their value, objects without regard to order. */
final class Equality {

  private Equality() {}

  static boolean same(Object one, Object other) {
    if (one instanceof Number first && other instanceof Number second) {
      return JsonNumbers.exact(first).compareTo(JsonNumbers.exact(second)) == 0;
    }
    if (one instanceof List<?> first && other instanceof List<?> second) {
      return sameElements(first, second);
    }
    if (one instanceof Map<?, ?> first && other instanceof Map<?, ?> second) {
      return first.keySet().equals(second.keySet())
          && first.keySet().stream()
              .allMatch(name -> same(value(first, name), value(second, name)));
    }
    return one.equals(other);
  }

  /** Whether no two elements are equal. */
  static boolean allDiffer(List<?> elements) {
    Set<Object> simple = new HashSet<>();
    for (int i = 0; i < elements.size(); i++) {
      Object element = elements.get(i);
      if (element instanceof String || element instanceof Boolean) {
        if (!simple.add(element)) {
          return false;
        }
      } else if (elements.subList(0, i).stream().anyMatch(earlier -> same(earlier, element))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameElements(List<?> first, List<?> second) {
    if (first.size() != second.size()) {
      return false;
    }
    Iterator<?> others = second.iterator();
    return first.stream().allMatch(element -> same(element, others.next()));
  }

  private static Object value(Map<?, ?> map, Object name) {
    return Objects.requireNonNull(map.get(name));
  }
}
