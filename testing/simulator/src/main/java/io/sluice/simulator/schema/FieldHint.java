package io.sluice.simulator.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the name and the description of a field say about its value.
 *
 * @param name as the schema writes it; empty for the root
 * @param words of the name, in lower case
 * @param described the words of the description
 */
record FieldHint(String name, List<String> words, Set<String> described) {
  static final FieldHint NONE = new FieldHint("", List.of(), Set.of());

  static FieldHint of(String name, Object schema) {
    String description = Keywords.of(schema).text("description").orElse("");
    return new FieldHint(name, split(name), Set.copyOf(split(description)));
  }

  /** The hint for an element of this array: the name without its plural. */
  FieldHint element() {
    String one =
        name.length() > 3 && name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    return new FieldHint(one, split(one), described);
  }

  /** Whether the name has one of these words, or else the description has. */
  boolean isAbout(Set<String> topics) {
    return names(topics) || described.stream().anyMatch(topics::contains);
  }

  /** Whether the name has one of these words. */
  boolean names(Set<String> topics) {
    return words.stream().anyMatch(topics::contains);
  }

  private static List<String> split(String text) {
    String spaced = text.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
    return Arrays.stream(spaced.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toList());
  }
}
