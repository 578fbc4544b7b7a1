package io.sluice.sinks.sqlite;

import static java.util.stream.Collectors.joining;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The new text of a request: the turns after the model's last one. */
final class QuestionText {
  private static final String PARTS = "content";

  private QuestionText() {}

  static String of(ChatRequest request) {
    return text(latest(request).stream());
  }

  /** The same without instructions, which every request repeats; empty if there is nothing else. */
  static String withoutInstructions(ChatRequest request) {
    return text(latest(request).stream().filter(turn -> !instructs(turn.role())));
  }

  private static boolean instructs(Role role) {
    return role.equals(Role.SYSTEM) || role.equals(Role.DEVELOPER);
  }

  private static List<Message> latest(ChatRequest request) {
    List<Message> turns = request.messages();
    int last = turns.size();
    while (last > 0 && !turns.get(last - 1).role().equals(Role.ASSISTANT)) {
      last--;
    }
    return turns.subList(last, turns.size());
  }

  private static String text(Stream<Message> turns) {
    return turns
        .flatMap(QuestionText::texts)
        .filter(text -> !text.isBlank())
        .collect(joining("\n\n"));
  }

  private static Stream<String> texts(Message message) {
    Optional<Json> parts = Optional.ofNullable(message.other().get(PARTS));
    return Stream.concat(
        message.content().stream(), parts.stream().flatMap(json -> textsOfParts(json.text())));
  }

  /** The texts among the parts; an image cannot be searched. */
  private static Stream<String> textsOfParts(String json) {
    return JsonValue.read(json).elements().orElse(List.of()).stream()
        .flatMap(part -> part.object().stream())
        .flatMap((JsonObject part) -> part.string("text").stream());
  }
}
