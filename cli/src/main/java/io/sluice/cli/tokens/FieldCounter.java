package io.sluice.cli.tokens;

import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.tokens.TokenCounter;
import io.sluice.tokens.prompt.PromptRequest;
import java.util.List;

/** Counts a field of JSON objects: a text, a stream of deltas, or the messages of a prompt. */
final class FieldCounter {
  private final String field;
  private final TokenModel model;
  private final TokenCounter counter;

  FieldCounter(String field, TokenModel model) {
    this.field = field;
    this.model = model;
    counter = TokenCounter.of(model.standard().encoding());
  }

  /**
   * The count as one JSON object.
   *
   * @throws IllegalArgumentException in one line, if there is nothing to count
   */
  String count(String line) {
    JsonObject object = JsonObject.read(line);
    JsonValue value =
        object
            .value(field)
            .orElseThrow(() -> new IllegalArgumentException("there is no field '" + field + "'"));
    counter.clear();
    return value.string().map(this::text).orElseGet(() -> array(object, value));
  }

  private String text(String text) {
    return Counts.json(counter.append(text).count(), model.standard());
  }

  private String array(JsonObject line, JsonValue value) {
    List<JsonValue> elements =
        value
            .elements()
            .orElseThrow(
                () -> new IllegalArgumentException("the field is neither a string nor an array"));
    boolean messages = elements.stream().anyMatch(element -> element.object().isPresent());
    return messages ? prompt(line, value) : deltas(elements);
  }

  private String prompt(JsonObject line, JsonValue messages) {
    String name = line.string("model").orElse("");
    String request =
        JsonWriter.object(said -> said.field("model", name).field("messages", messages.json()));
    return PromptReport.of(PromptRequest.read(request), model).json();
  }

  private String deltas(List<JsonValue> elements) {
    var counts = new StringBuilder("{\"counts\":[");
    String comma = "";
    for (JsonValue element : elements) {
      String delta =
          element
              .string()
              .orElseThrow(() -> new IllegalArgumentException("the deltas are not all strings"));
      counts.append(comma).append(counter.append(delta).count());
      comma = ",";
    }
    return counts.append("]}").toString();
  }
}
