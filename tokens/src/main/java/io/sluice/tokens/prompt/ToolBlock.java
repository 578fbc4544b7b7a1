package io.sluice.tokens.prompt;

import io.sluice.json.tree.JsonTree;
import io.sluice.tokens.schema.EstimateReasons;
import io.sluice.tokens.schema.FunctionText;
import io.sluice.tokens.schema.JsonStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The tools of a request.
 *
 * @param functions the functions among them, in order
 * @param others the text of those that no rule covers
 */
record ToolBlock(List<Function> functions, List<Segment> others) {

  static final String PART = "tools";
  private static final String HEAD = "## functions\n\n" + FunctionText.HEAD;
  private static final String FUNCTION = "function";

  /** A function that the model may call. */
  record Function(String name, String description, JsonTree parameters) {

    static Function of(JsonTree tool) {
      return new Function(
          tool.string("name").orElse(""),
          tool.string("description").orElse("").strip(),
          tool.value("parameters").orElse(new JsonTree.Members(Map.of())));
    }
  }

  /** Functions as either API has them, those of {@code functions} included. */
  static ToolBlock of(JsonTree request, EstimateReasons reasons) {
    List<Function> functions = new ArrayList<>();
    List<Segment> others = new ArrayList<>();
    for (JsonTree tool : request.elements("tools")) {
      String type = tool.string("type").orElse(FUNCTION);
      if (tool.value("defer_loading").filter(JsonTree.Literal.TRUE::equals).isPresent()) {
        reasons.add("a tool that is loaded later");
      }
      if (type.equals(FUNCTION)) {
        functions.add(Function.of(tool.value(FUNCTION).orElse(tool)));
      } else {
        reasons.add("a tool of type '" + type + "'");
        others.add(new Segment("tool " + type, JsonStyle.COMPACT.write(tool)));
      }
    }
    request.elements("functions").forEach(function -> functions.add(Function.of(function)));
    return new ToolBlock(functions, others);
  }

  boolean isEmpty() {
    return functions.isEmpty();
  }

  /** Whether the first function says what it does. */
  boolean beginsWithDescription() {
    return !functions.get(0).description().isEmpty();
  }

  /** The text of all functions, behind that title; none without functions. */
  List<Segment> segments(String title, EstimateReasons reasons) {
    if (functions.isEmpty()) {
      return List.of();
    }
    List<Segment> segments = new ArrayList<>();
    segments.add(new Segment(PART, title + HEAD));
    for (Function function : functions) {
      String name = "tool " + function.name();
      segments.add(
          new Segment(
              name,
              FunctionText.of(
                  function.name(),
                  function.description(),
                  function.parameters(),
                  reasons.in(name))));
    }
    segments.add(new Segment(PART, FunctionText.FOOT));
    return segments;
  }
}
