package io.sluice.cli;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the classes of a package that all need each other, directly or through others: by Tarjan's
 * algorithm, with nested classes counted as part of the file they stand in.
 */
final class Knots {
  private final Map<String, Set<String>> uses;
  private final Map<String, Integer> order = new HashMap<>();
  private final Map<String, Integer> lowest = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final Set<String> onPath = new HashSet<>();
  private final List<Set<String>> found = new ArrayList<>();

  private Knots(Map<String, Set<String>> uses) {
    this.uses = uses;
  }

  /** The knots of two classes or more, each within one package. */
  static List<Set<String>> of(JavaClasses classes) {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (JavaClass each : classes) {
      Set<String> used = uses.computeIfAbsent(file(each), name -> new TreeSet<>());
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass();
        if (target.getPackageName().equals(each.getPackageName())) {
          used.add(file(target));
        }
      }
    }
    var knots = new Knots(uses);
    uses.keySet().forEach(knots::visit);
    return knots.found.stream().filter(knot -> knot.size() > 1).toList();
  }

  private static String file(JavaClass any) {
    return any.getName().replaceFirst("[$].*", "");
  }

  private void visit(String name) {
    if (order.containsKey(name)) {
      return;
    }
    order.put(name, order.size());
    lowest.put(name, order.get(name));
    open.push(name);
    onPath.add(name);
    for (String used : uses.getOrDefault(name, Set.of())) {
      if (uses.containsKey(used)) {
        visit(used);
        if (onPath.contains(used)) {
          lowest.merge(name, lowest.get(used), Math::min);
        }
      }
    }
    if (lowest.get(name).equals(order.get(name))) {
      close(name);
    }
  }

  private void close(String first) {
    Set<String> knot = new TreeSet<>();
    String name;
    do {
      name = open.pop();
      onPath.remove(name);
      knot.add(name);
    } while (!name.equals(first));
    found.add(knot);
  }
}
