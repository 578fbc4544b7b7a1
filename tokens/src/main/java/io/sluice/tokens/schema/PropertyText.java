package io.sluice.tokens.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes one property of an object.
 *
 * @param oneLine how it is written among others on one line; empty if it needs its own
 * @param ownLine how it is written on a line of its own, or several, with the last line end
 */
record PropertyText(Optional<String> oneLine, String ownLine) {

  /** A property without comments. */
  static PropertyText plain(String name, String type) {
    String text = name + ": " + type;
    Optional<String> fitting = Optional.of(text).filter(it -> it.indexOf('\n') < 0);
    return new PropertyText(fitting, text + ",\n");
  }

  static PropertyText of(String name, Schema schema, TypeText types) {
    String above = types.spent(schema, schema.comment());
    UnionText type = types.type(schema);
    List<String> behind = new ArrayList<>();
    Optional.ofNullable(schema.value().members().get("default"))
        .ifPresent(value -> behind.add("default: " + JsonStyle.COMPACT.write(value)));
    if (type.hasComments()) {
      String head = above.isEmpty() ? "" : above + "//\n";
      return alone(head + name + ":\n" + type.lines(), behind);
    }
    behind.addAll(schema.constraints());
    return above.isEmpty() && behind.isEmpty()
        ? plain(name, type.oneLine())
        : alone(above + name + ": " + type.oneLine(), behind);
  }

  private static PropertyText alone(String text, List<String> behind) {
    String comment = behind.isEmpty() ? "" : " // " + String.join(", ", behind);
    return new PropertyText(Optional.empty(), text + "," + comment + "\n");
  }

  /** An object of these properties. */
  static String object(List<PropertyText> properties) {
    if (properties.stream().allMatch(property -> property.oneLine().isPresent())) {
      return properties.stream()
          .map(property -> property.oneLine().orElseThrow())
          .collect(Collectors.joining(", ", "{ ", " }"));
    }
    return properties.stream()
        .map(PropertyText::ownLine)
        .collect(Collectors.joining("", "{\n", "}"));
  }
}
