package io.sluice.simulator.schema;

import java.util.List;

/** The schemas of an array's elements, in both of the ways that drafts write them. */
final class ItemSchemas {

  private ItemSchemas() {}

  /** The schemas of the first elements, each its own. */
  static List<?> leading(Keywords keywords) {
    List<?> first = keywords.list("prefixItems");
    return first.isEmpty() ? keywords.list("items") : first;
  }

  /** The schema of every element after those. */
  static Object others(Keywords keywords) {
    Object items = keywords.value("items").orElse(true);
    return items instanceof List<?> ? keywords.value("additionalItems").orElse(true) : items;
  }
}
