package io.sluice.cli;

import io.sluice.chat.ChatRequest;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonText;
import io.sluice.json.JsonValue;
import io.sluice.json.RequestJson;
import io.sluice.tokens.Basis;
import io.sluice.tokens.ChatTokens;
import io.sluice.tokens.Counted;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.TokenCounts;
import io.sluice.tokens.TokenEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts texts, prompts and deltas with the encoding that was asked for, or a model's. */
final class TextCounter {
  /** Nobody named a model: the standard one's encoding, but that is a guess. */
  private static final ModelEncoding UNNAMED =
      new ModelEncoding(TokenEncoding.O200K_BASE, Basis.ASSUMED);

  private final TokenCounts counts = new TokenCounts();
  private final Optional<ModelEncoding> chosen;
  private final ModelEncoding standard;

  TextCounter(Optional<ModelEncoding> chosen, Optional<Given> model) {
    this.chosen = chosen;
    this.standard =
        chosen.orElseGet(() -> model.map(Given::text).map(ModelEncoding::of).orElse(UNNAMED));
  }

  /** A count and what was counted with. */
  record Count(Counted counted, TokenEncoding encoding) {
    String json() {
      return JsonText.object(
          text ->
              text.field("tokens", counted.tokens())
                  .field("encoding", encoding.word())
                  .field("basis", counted.basis().word()));
    }
  }

  Count text(String text) {
    long tokens = counts.count(standard.encoding(), text);
    return new Count(new Counted(tokens, standard.basis()), standard.encoding());
  }

  /** A prompt: an array of messages, or a request, whose own model then decides. */
  Count prompt(String json) {
    try {
      JsonValue value = JsonValue.read(json);
      return prompt(RequestJson.read(value.object().isPresent() ? json : wrapped(value)));
    } catch (IllegalArgumentException malformed) {
      throw new UsageException(
          "the messages are " + malformed.getMessage() + "; give an array or a request", malformed);
    }
  }

  /** A field of a JSON line, as one JSON object. */
  String field(String line, String field, String where) {
    try {
      JsonObject object = JsonObject.read(line);
      JsonValue value =
          object
              .value(field)
              .orElseThrow(() -> new IllegalArgumentException("there is no field '" + field + "'"));
      return value.string().map(this::text).map(Count::json).orElseGet(() -> array(object, value));
    } catch (IllegalArgumentException malformed) {
      throw new UsageException(where + ": " + malformed.getMessage(), malformed);
    }
  }

  private String array(JsonObject line, JsonValue value) {
    List<JsonValue> elements =
        value
            .elements()
            .orElseThrow(
                () -> new IllegalArgumentException("the field is neither a string nor an array"));
    boolean messages = elements.stream().anyMatch(element -> element.object().isPresent());
    if (!messages) {
      return deltas(elements);
    }
    String model = line.string("model").map(name -> JsonText.json(name).text()).orElse("\"\"");
    String request = "{\"model\":" + model + ",\"messages\":" + value.json().text() + "}";
    return prompt(RequestJson.read(request)).json();
  }

  private String deltas(List<JsonValue> elements) {
    var text = new StringBuilder();
    List<String> after = new ArrayList<>();
    for (JsonValue element : elements) {
      text.append(
          element
              .string()
              .orElseThrow(() -> new IllegalArgumentException("the deltas are not all strings")));
      after.add(Long.toString(counts.count(standard.encoding(), text.toString())));
    }
    return "{\"counts\":[" + String.join(",", after) + "]}";
  }

  private Count prompt(ChatRequest request) {
    ModelEncoding model =
        chosen.orElseGet(
            () -> request.model().isEmpty() ? standard : ModelEncoding.of(request.model()));
    return new Count(new ChatTokens(counts, model).prompt(request), model.encoding());
  }

  private static String wrapped(JsonValue messages) {
    if (messages.elements().isEmpty()) {
      throw new IllegalArgumentException("no JSON array");
    }
    return "{\"messages\":" + messages.json().text() + "}";
  }
}
