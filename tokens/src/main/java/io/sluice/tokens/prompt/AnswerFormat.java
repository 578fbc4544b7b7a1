package io.sluice.tokens.prompt;

import io.sluice.json.tree.JsonTree;
import io.sluice.tokens.schema.EstimateReasons;
import io.sluice.tokens.schema.ResponseFormatText;
import java.util.Map;
import java.util.Optional;

/**
 * The schema that an answer has to fit.
 *
 * @param name its name
 * @param description what it is for; may be empty
 * @param schema the schema
 */
record AnswerFormat(String name, String description, JsonTree schema) {

  private static final String JSON_SCHEMA = "json_schema";

  /** The format as either API has it; empty if none with a schema is asked for. */
  static Optional<AnswerFormat> of(JsonTree request, EstimateReasons reasons) {
    Optional<JsonTree> format =
        request
            .value("response_format")
            .or(() -> request.value("text").flatMap(text -> text.value("format")));
    String type = format.flatMap(given -> given.string("type")).orElse("text");
    if (type.equals(JSON_SCHEMA)) {
      return format.map(given -> of(given.value(JSON_SCHEMA).orElse(given)));
    }
    if (!type.equals("text") && !type.equals("json_object")) {
      reasons.add("an answer of type '" + type + "'");
    }
    return Optional.empty();
  }

  private static AnswerFormat of(JsonTree format) {
    return new AnswerFormat(
        format.string("name").orElse(""),
        format.string("description").orElse(""),
        format.value("schema").orElse(new JsonTree.Members(Map.of())));
  }

  String part() {
    return "answer schema " + name;
  }

  Segment segment(EstimateReasons reasons) {
    return new Segment(
        part(), ResponseFormatText.of(name, description, schema, reasons.in(part())));
  }
}
