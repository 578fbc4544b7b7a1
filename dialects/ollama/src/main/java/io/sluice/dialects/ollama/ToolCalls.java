package io.sluice.dialects.ollama;

import io.sluice.chat.ToolCall;
import io.sluice.json.JsonWriter;
import io.sluice.wire.request.RequestConversation;

/** The calls of an answer that is sent again. */
final class ToolCalls {

  /** The beginning of an id that the reader made, because the server gave none. */
  static final String MADE_UP = "sluice_call_";

  private ToolCalls() {}

  static void write(JsonWriter text, ToolCall call) {
    if (!call.id().isEmpty() && !call.id().startsWith(MADE_UP)) {
      text.field("id", call.id());
    }
    text.object(
        "function",
        function ->
            function
                .field("name", call.name())
                .field("arguments", RequestConversation.arguments(call)));
  }
}
