package io.sluice.cli.schema;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.json.JsonWriter;
import io.sluice.json.tree.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The field of a request that says which JSON Schema its answer is to fit, as OpenAI's chat
 * completions spell it. Dialects translate it.
 */
public final class ResponseFormat {
  /** The field's name. */
  public static final String NAME = "response_format";

  private static final String SCHEMA = "json_schema";
  private static final int LONGEST_NAME = 64;

  /** With one of these a server that follows a schema strictly refuses it. */
  private static final Set<String> NEVER_STRICT =
      Set.of(
          "allOf",
          "oneOf",
          "not",
          "if",
          "then",
          "else",
          "dependentRequired",
          "dependentSchemas",
          "patternProperties",
          "propertyNames",
          "prefixItems",
          "contains",
          "uniqueItems",
          "minProperties",
          "maxProperties",
          "unevaluatedProperties",
          "unevaluatedItems");

  private ResponseFormat() {}

  /**
   * The value for a schema, which is sent as it is written. The model is bound to it strictly where
   * servers can: if every object names all its members as required and allows no others.
   *
   * @throws BrokenSchemaException if the text is no schema
   */
  public static Json of(String text) {
    JsonSchema.read(text);
    JsonTree schema = JsonTree.read(text);
    return JsonWriter.json(
        format ->
            format
                .field("type", SCHEMA)
                .object(
                    SCHEMA,
                    own ->
                        own.field("name", name(schema))
                            .flag("strict", isTypedObject(schema) && isStrict(schema))
                            .field("schema", Json.verbatim(text.strip()))));
  }

  /** The schema that the answer to a request is to fit, if it is to fit one that can be read. */
  public static Optional<JsonSchema> schema(ChatRequest request) {
    return Optional.ofNullable(request.other().get(NAME))
        .map(field -> JsonTree.read(field.text()))
        .flatMap(format -> format.value(SCHEMA))
        .flatMap(own -> own.value("schema"))
        .flatMap(ResponseFormat::readable);
  }

  private static Optional<JsonSchema> readable(JsonTree schema) {
    try {
      return Optional.of(JsonSchema.of(schema));
    } catch (BrokenSchemaException refusedByTheServer) {
      return Optional.empty();
    }
  }

  private static String name(JsonTree schema) {
    String title = schema.string("title").orElse("").replaceAll("[^A-Za-z0-9_-]+", "_");
    String name = title.substring(0, Math.min(LONGEST_NAME, title.length()));
    return name.isEmpty() ? "answer" : name;
  }

  private static boolean isStrict(JsonTree schema) {
    if (schema.members().keySet().stream().anyMatch(NEVER_STRICT::contains)) {
      return false;
    }
    boolean object = schema.members().containsKey("properties") || isTypedObject(schema);
    List<String> required =
        schema.elements("required").stream().flatMap(each -> each.string().stream()).toList();
    Set<String> properties = members(schema, "properties").keySet();
    boolean closed =
        JsonTree.Literal.FALSE.equals(schema.members().get("additionalProperties"))
            && required.containsAll(properties);
    return (!object || closed) && parts(schema).stream().allMatch(ResponseFormat::isStrict);
  }

  private static boolean isTypedObject(JsonTree schema) {
    JsonTree type = schema.members().getOrDefault("type", JsonTree.Literal.NULL);
    JsonTree object = new JsonTree.Text("object");
    return type.equals(object) || type.elements().contains(object);
  }

  private static List<JsonTree> parts(JsonTree schema) {
    List<JsonTree> parts = new ArrayList<>(schema.elements("anyOf"));
    for (String word : List.of("properties", "$defs", "definitions")) {
      parts.addAll(members(schema, word).values());
    }
    schema.value("items").ifPresent(parts::add);
    return parts;
  }

  private static Map<String, JsonTree> members(JsonTree schema, String word) {
    return schema.value(word).map(JsonTree::members).orElse(Map.of());
  }
}
