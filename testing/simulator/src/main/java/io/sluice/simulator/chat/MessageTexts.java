package io.sluice.simulator.chat;

import java.util.List;
import java.util.stream.Collectors;

/** The text of messages, whose content is a string, absent, or an array of parts. */
final class MessageTexts {

  private MessageTexts() {}

  static List<String> all(List<?> messages) {
    return messages.stream().map(message -> text(fields(message))).toList();
  }

  static String lastOfUser(List<?> messages) {
    String last = "";
    for (Object message : messages) {
      RequestFields fields = fields(message);
      String role =
          fields
              .text("role")
              .orElseThrow(() -> new InvalidRequest("messages.role", "a message lacks its 'role'"));
      last = role.equals("user") ? text(fields) : last;
    }
    return last;
  }

  private static RequestFields fields(Object message) {
    return ChatAskReader.object("messages", message);
  }

  private static String text(RequestFields message) {
    Object content = message.value("content").orElse("");
    if (content instanceof String text) {
      return text;
    }
    if (!(content instanceof List<?> parts)) {
      throw new InvalidRequest(
          "messages.content", "'content' of a message must be a string or an array of parts");
    }
    return parts.stream()
        .map(part -> ChatAskReader.object("messages.content", part).text("text").orElse(""))
        .collect(Collectors.joining());
  }
}
