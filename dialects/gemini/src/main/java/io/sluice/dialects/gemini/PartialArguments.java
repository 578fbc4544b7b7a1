package io.sluice.dialects.gemini;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonWriter;
import io.sluice.json.MalformedJsonException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The arguments of one call, put together of values with a path each, such as {@code
 * $.address.lines[0]}. Mutable.
 */
final class PartialArguments {

  private static final Pattern STEP =
      Pattern.compile("\\.([^.\\[]+)|\\[(\\d{1,9})]|\\['([^']*)']|\\[\"([^\"]*)\"]");

  private static final int MOST_VALUES = 100_000;
  private static final int DEEPEST = 100;
  private static final long MOST_CHARACTERS = 64L << 20;

  private int values;
  private long characters;
  private final Node root = new Node();

  /** Takes arguments that come in one piece. */
  void whole(JsonObject arguments) {
    arguments.members().forEach((name, value) -> root.member(name).value = value.text());
  }

  /** Adds one value, or a part of a string. */
  void add(JsonObject piece) {
    Node node = node(piece.string("jsonPath").orElse("$"));
    if (piece.string("stringValue").isPresent()) {
      String text = piece.string("stringValue").get();
      characters += text.length();
      if (characters > MOST_CHARACTERS) {
        throw new MalformedJsonException(
            "arguments of more than " + MOST_CHARACTERS + " characters");
      }
      node.text.append(text);
      node.isText = true;
    } else {
      for (String name : List.of("numberValue", "boolValue")) {
        piece.value(name).ifPresent(value -> node.value = value.json().text());
      }
      if (piece.members().containsKey("nullValue")) {
        node.value = "null";
      }
    }
  }

  private Node node(String path) {
    Node node = root;
    Matcher steps = STEP.matcher(path);
    for (int depth = 0; steps.find(); depth++) {
      if (depth == DEEPEST) {
        throw new MalformedJsonException("arguments nested deeper than " + DEEPEST);
      }
      if (steps.group(2) != null) {
        node = node.element(Integer.parseInt(steps.group(2)));
      } else {
        String name = steps.group(1) != null ? steps.group(1) : steps.group(3);
        node = node.member(name != null ? name : steps.group(4));
      }
    }
    return node;
  }

  /** The arguments so far. */
  String json() {
    return root.json().text().equals("null") ? "{}" : root.json().text();
  }

  /** One value: an object, an array, a string, or any other. */
  private final class Node {
    private final Map<String, Node> members = new LinkedHashMap<>();
    private final List<Node> elements = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean isText;
    private String value = "null";

    Node() {
      values++;
      if (values > MOST_VALUES) {
        throw new MalformedJsonException("arguments of more than " + MOST_VALUES + " values");
      }
    }

    Node member(String name) {
      return members.computeIfAbsent(name, first -> new Node());
    }

    Node element(int index) {
      while (elements.size() <= index) {
        elements.add(new Node());
      }
      return elements.get(index);
    }

    Json json() {
      if (!members.isEmpty()) {
        return JsonWriter.json(
            object -> members.forEach((name, node) -> object.field(name, node.json())));
      }
      if (!elements.isEmpty()) {
        return new Json(
            elements.stream()
                .map(node -> node.json().text())
                .collect(Collectors.joining(",", "[", "]")));
      }
      return isText ? JsonWriter.json(text.toString()) : new Json(value);
    }
  }
}
