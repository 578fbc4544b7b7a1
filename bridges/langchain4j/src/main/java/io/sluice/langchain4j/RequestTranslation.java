package io.sluice.langchain4j;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Tool;
import io.sluice.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Translates requests of langchain4j into Sluice's. Immutable. */
final class RequestTranslation {

  private final SchemaJson schemas;
  private final Map<String, Json> fields;

  RequestTranslation(SchemaJson schemas, Map<String, Json> fields) {
    this.schemas = schemas;
    this.fields = new LinkedHashMap<>(fields);
  }

  /**
   * The request in Sluice's terms.
   *
   * @throws IllegalArgumentException in one line, if no model is named, or a parameter has a value
   *     that no server takes
   * @throws dev.langchain4j.exception.UnsupportedFeatureException if a message cannot be sent
   */
  ChatRequest request(dev.langchain4j.model.chat.request.ChatRequest given) {
    ChatRequestParameters parameters = given.parameters();
    ChatRequest.Builder request = ChatRequest.builder(model(parameters));
    given.messages().forEach(message -> request.message(MessageTranslation.message(message)));
    sampling(parameters, request);
    tools(parameters, request);
    Optional.ofNullable(parameters.responseFormat())
        .filter(format -> format.type() == ResponseFormatType.JSON)
        .map(format -> schemas.format(Optional.ofNullable(format.jsonSchema())))
        .ifPresent(json -> request.with("response_format", json));
    fields.forEach(request::with);
    return request.build();
  }

  private static String model(ChatRequestParameters parameters) {
    return Optional.ofNullable(parameters.modelName())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the request names no model; set modelName of the model or of the request"));
  }

  private static void sampling(ChatRequestParameters parameters, ChatRequest.Builder request) {
    Optional.ofNullable(parameters.temperature()).ifPresent(request::temperature);
    Optional.ofNullable(parameters.topP()).ifPresent(request::topP);
    Optional.ofNullable(parameters.maxOutputTokens()).ifPresent(request::maxTokens);
    Optional.ofNullable(parameters.stopSequences())
        .orElse(List.of())
        .forEach(sequence -> request.stop(sequence));
    number("top_k", Optional.ofNullable(parameters.topK()), request);
    number("frequency_penalty", Optional.ofNullable(parameters.frequencyPenalty()), request);
    number("presence_penalty", Optional.ofNullable(parameters.presencePenalty()), request);
  }

  private static void number(
      String field, Optional<? extends Number> value, ChatRequest.Builder request) {
    value.ifPresent(number -> request.with(field, new Json(number.toString())));
  }

  private void tools(ChatRequestParameters parameters, ChatRequest.Builder request) {
    List<ToolSpecification> tools =
        Optional.ofNullable(parameters.toolSpecifications()).orElse(List.of());
    if (tools.stream().anyMatch(schemas::isStrict)) {
      request.with("tools", MessageTranslation.array(tools.stream().map(this::strictTool)));
    } else {
      tools.forEach(tool -> request.tool(tool(tool)));
    }
    Optional.ofNullable(parameters.toolChoice())
        .map(choice -> JsonWriter.json(choice.name().toLowerCase(Locale.ROOT)))
        .ifPresent(json -> request.with("tool_choice", json));
  }

  private Tool tool(ToolSpecification tool) {
    return new Tool(tool.name(), description(tool).orElse(""), schemas.parameters(tool));
  }

  /** Sluice's tools do not say that they are strict. */
  private Json strictTool(ToolSpecification tool) {
    Json function =
        JsonWriter.json(
            out ->
                out.field("name", tool.name())
                    .field("description", description(tool))
                    .field("parameters", schemas.parameters(tool))
                    .flag("strict", schemas.isStrict(tool)));
    return JsonWriter.json(out -> out.field("type", "function").field("function", function));
  }

  private static Optional<String> description(ToolSpecification tool) {
    return Optional.ofNullable(tool.description());
  }
}
