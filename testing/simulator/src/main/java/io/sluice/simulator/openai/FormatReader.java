package io.sluice.simulator.openai;

import io.sluice.simulator.chat.Dialogue;
import io.sluice.simulator.chat.FunctionName;
import io.sluice.simulator.chat.JsonFormat;
import io.sluice.simulator.request.InvalidRequest;
import io.sluice.simulator.request.RequestFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the response format of a request. */
final class FormatReader {
  private static final String PLACE = "response_format";
  private static final List<String> TYPES = List.of("json_object", "json_schema", "text");

  private FormatReader() {}

  /** The JSON that the answer must be; empty if it may be any text. */
  static Optional<JsonFormat> read(RequestFields request, Dialogue dialogue) {
    return request.object(PLACE).flatMap(format -> wanted(format, dialogue));
  }

  private static Optional<JsonFormat> wanted(RequestFields format, Dialogue dialogue) {
    String type =
        format.word("type", TYPES).orElseThrow(() -> InvalidRequest.missing(format.place("type")));
    return switch (type) {
      case "json_schema" -> Optional.of(schema(format.neededObject("json_schema")));
      case "json_object" -> Optional.of(object(dialogue));
      default -> Optional.empty();
    };
  }

  private static JsonFormat schema(RequestFields given) {
    String name = given.neededText("name");
    FunctionName.check(name, given.place("name"));
    Map<String, Object> root = given.neededObject("schema").values();
    JsonFormat format = JsonFormat.of(PLACE, name, root);
    return given.flag("strict") ? format.strict() : format;
  }

  private static JsonFormat object(Dialogue dialogue) {
    boolean named =
        dialogue.texts().stream().anyMatch(text -> text.toLowerCase(Locale.ROOT).contains("json"));
    if (!named) {
      throw InvalidRequest.plain(
          "messages",
          "'messages' must contain the word 'json' in some form, to use 'response_format' of type"
              + " 'json_object'.");
    }
    return JsonFormat.object(PLACE, dialogue);
  }
}
