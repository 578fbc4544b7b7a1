package io.sluice.tokens.prompt;

import io.sluice.json.MalformedJsonException;
import io.sluice.json.tree.JsonTree;
import io.sluice.tokens.schema.JsonStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The texts that the chat completions API makes of calls and results. */
final class CallText {

  private CallText() {}

  /** Arguments as compact JSON, or as they are if they are no JSON. */
  static String arguments(FunctionCall call) {
    return parsed(call.arguments()).map(JsonStyle.COMPACT::write).orElse(call.arguments());
  }

  /** Several calls as one object. */
  static String together(List<FunctionCall> calls) {
    return calls.stream()
        .map(
            call -> {
              var use = new StringBuilder("{\"recipient_name\":");
              JsonStyle.COMPACT.quote(use, "functions." + call.function());
              return use.append(",\"parameters\":").append(arguments(call)).append('}').toString();
            })
        .collect(Collectors.joining(",", "{\"tool_uses\":[", "]}"));
  }

  /** Several results as one array, each as the JSON that it is or else as a string. */
  static String results(List<CallResult> results) {
    return results.stream()
        .map(result -> result.content().text())
        .map(text -> JsonStyle.SPACED.write(parsed(text).orElse(new JsonTree.Text(text))))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static Optional<JsonTree> parsed(String text) {
    try {
      return Optional.of(JsonTree.read(text));
    } catch (MalformedJsonException noJson) {
      return Optional.empty();
    }
  }
}
