package io.sluice.simulator.chat;

import io.sluice.simulator.chat.Dialogue.ToolResult;
import io.sluice.simulator.json.BrokenJson;
import io.sluice.simulator.json.JsonText;
import io.sluice.simulator.json.ParsedJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells in sentences what tools answered. */
final class ToolReport {
  private static final int LONGEST = 2000;

  private ToolReport() {}

  static String of(List<ToolResult> results) {
    return results.stream().map(ToolReport::sentence).collect(Collectors.joining(" "));
  }

  private static String sentence(ToolResult result) {
    String text = told(result.text().strip());
    if (text.isEmpty()) {
      return result.tool() + " came back without a word.";
    }
    return result.tool() + " says: " + text + (text.matches("(?s).*[.!?]") ? "" : ".");
  }

  /** The fields of an object one after the other; any other text as it is. */
  private static String told(String text) {
    try {
      Map<String, Object> fields = ParsedJson.object(text.getBytes(StandardCharsets.UTF_8));
      return cut(
          fields.entrySet().stream()
              .map(field -> field.getKey().replace('_', ' ') + " " + plain(field.getValue()))
              .collect(Collectors.joining(", ")));
    } catch (BrokenJson noObject) {
      return cut(text);
    }
  }

  private static String plain(Object value) {
    return value instanceof String text ? text : JsonText.of(value);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "…";
  }
}
