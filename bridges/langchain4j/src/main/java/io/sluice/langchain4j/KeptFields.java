package io.sluice.langchain4j;

import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.ToolCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of an answer that neither side models and that servers want back as they were, such as
 * signed reasoning. They travel as texts in the attributes of a langchain4j message, which its
 * memories keep.
 */
final class KeptFields {

  private static final String OF_MESSAGE = "sluice.message.";
  private static final String OF_CALL = "sluice.call.";

  private final Map<String, Object> attributes;

  KeptFields(Map<String, Object> attributes) {
    this.attributes = attributes;
  }

  /** The attributes for a langchain4j message of this answer. */
  static Map<String, Object> of(Message turn, List<ToolCall> calls) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    turn.other().forEach((name, json) -> attributes.put(OF_MESSAGE + name, json.text()));
    for (int index = 0; index < calls.size(); index++) {
      String prefix = ofCallNumber(index);
      calls.get(index).other().forEach((name, json) -> attributes.put(prefix + name, json.text()));
    }
    return attributes;
  }

  Map<String, Json> ofMessage() {
    return fields(OF_MESSAGE);
  }

  Map<String, Json> ofCall(int index) {
    return fields(ofCallNumber(index));
  }

  private static String ofCallNumber(int index) {
    return OF_CALL + index + ".";
  }

  private Map<String, Json> fields(String prefix) {
    Map<String, Json> fields = new LinkedHashMap<>();
    attributes.forEach(
        (name, value) -> {
          if (name.startsWith(prefix) && value instanceof String text) {
            fields.put(name.substring(prefix.length()), new Json(text));
          }
        });
    return fields;
  }
}
