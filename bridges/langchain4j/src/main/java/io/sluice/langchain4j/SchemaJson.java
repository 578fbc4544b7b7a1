package io.sluice.langchain4j;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import io.sluice.chat.Json;
import io.sluice.json.JsonWriter;
import java.util.Optional;

/** Writes the schemas of answers and tools as JSON Schema. */
enum SchemaJson {
  /** Schemas as they were given. */
  LENIENT,
  /** Schemas that OpenAI enforces: each property required, no further ones. */
  STRICT;

  /** The {@code response_format} for answers in JSON. */
  Json format(Optional<JsonSchema> schema) {
    return schema
        .map(
            named ->
                JsonWriter.json(
                    out -> out.field("type", "json_schema").field("json_schema", named(named))))
        .orElseGet(() -> JsonWriter.json(out -> out.field("type", "json_object")));
  }

  private Json named(JsonSchema schema) {
    return JsonWriter.json(
        out ->
            out.field("name", schema.name())
                .flag("strict", this == STRICT)
                .field("schema", schema(schema.rootElement(), this == STRICT)));
  }

  /** The schema of a tool's arguments. */
  Json parameters(ToolSpecification tool) {
    JsonObjectSchema given =
        Optional.ofNullable(tool.parameters()).orElseGet(JsonObjectSchema.builder()::build);
    return schema(given, isStrict(tool));
  }

  /** Whether calls of this tool are to keep to its schema; the tool's own word counts first. */
  boolean isStrict(ToolSpecification tool) {
    return Optional.ofNullable(tool.strict()).orElse(this == STRICT);
  }

  private static Json schema(JsonSchemaElement element, boolean strict) {
    if (element instanceof JsonRawSchema raw) {
      return new Json(raw.schema());
    }
    return new Json(
        dev.langchain4j.internal.Json.toJson(JsonSchemaElementUtils.toMap(element, strict)));
  }
}
