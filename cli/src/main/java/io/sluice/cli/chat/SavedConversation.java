package io.sluice.cli.chat;

import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.cli.archive.ConversationMarkdown;
import io.sluice.cli.command.NewFile;
import io.sluice.cli.settings.UsageException;
import io.sluice.json.RequestJson;
import io.sluice.settings.SettingValue;
import io.sluice.stream.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a conversation into a new file that only its owner may read. */
final class SavedConversation {
  private SavedConversation() {}

  /**
   * The line that says so.
   *
   * @throws UsageException if nothing can be written there
   * @throws IOException if it cannot be written whole
   */
  static String save(Conversation conversation, String name) throws IOException {
    if (name.isEmpty()) {
      throw new UsageException("/save needs a file, as in /save talk.md");
    }
    if (conversation.isEmpty()) {
      throw new UsageException("nothing was said yet");
    }
    Path file = new SettingValue("/save", name).path();
    boolean json = name.toLowerCase(Locale.ROOT).endsWith(".json");
    String text = json ? RequestJson.write(conversation.request()) + "\n" : markdown(conversation);
    NewFile.create(file);
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    return "saved as " + file;
  }

  private static String markdown(Conversation conversation) {
    var text = new ConversationMarkdown();
    conversation.system().ifPresent(system -> text.turn(Role.SYSTEM.value(), system));
    for (Message message : conversation.earlier()) {
      text.turn(message.role().value(), message.content().orElse(""));
    }
    for (Conversation.Exchange exchange : conversation.exchanges()) {
      text.turn(Role.USER.value(), shown(exchange.question()));
      text.turn(Role.ASSISTANT.value(), exchange.said());
      if (exchange.status() != Status.COMPLETED) {
        text.mark(exchange.status().text());
      }
    }
    return text.text();
  }

  /** The words of a question, and the names of what went with it. */
  private static String shown(Question question) {
    String attached =
        question.attachments().stream()
            .map(attachment -> "- " + attachment.description() + "\n")
            .collect(Collectors.joining());
    return attached.isEmpty() ? question.text() : question.text() + "\n\n" + attached;
  }
}
