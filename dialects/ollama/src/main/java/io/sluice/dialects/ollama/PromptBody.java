package io.sluice.dialects.ollama;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.json.JsonWriter;
import io.sluice.wire.request.RequestConversation;
import io.sluice.wire.request.RequestPart;
import java.util.List;
import java.util.Optional;

/** A bare prompt, which has no conversation. */
final class PromptBody {

  private static final List<String> SIGNS = List.of("suffix", "raw", "context");

  private PromptBody() {}

  /** Whether a request has a field that only a bare prompt has. */
  static boolean isOne(ChatRequest request) {
    return SIGNS.stream().anyMatch(request.other()::containsKey);
  }

  /**
   * Writes the system's text and the one message of the user.
   *
   * @throws IllegalArgumentException in one line, if there are other messages
   */
  static void write(JsonWriter text, List<Message> messages) {
    List<Message> asked =
        messages.stream().filter(message -> !RequestConversation.isSystem(message)).toList();
    if (asked.size() != 1 || !asked.get(0).role().equals(Role.USER)) {
      throw RequestBody.API.part(
          "a conversation beside suffix, raw or context", "send one message of the user");
    }
    List<RequestPart> parts = RequestPart.of(asked.get(0));
    text.field("prompt", Messages.text(parts));
    List<String> images = Messages.images(parts);
    if (!images.isEmpty()) {
      text.strings("images", images);
    }
    Optional<String> system =
        messages.stream()
            .filter(RequestConversation::isSystem)
            .map(message -> Messages.text(RequestPart.of(message)))
            .reduce((one, other) -> one + "\n" + other);
    text.field("system", system);
  }
}
