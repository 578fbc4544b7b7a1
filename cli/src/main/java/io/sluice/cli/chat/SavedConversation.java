package io.sluice.cli.chat;

import io.sluice.chat.Message;
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
    var text = new StringBuilder();
    conversation.system().ifPresent(system -> turn(text, "System", system));
    for (Message message : conversation.earlier()) {
      turn(text, heading(message), message.content().orElse(""));
    }
    for (Conversation.Exchange exchange : conversation.exchanges()) {
      turn(text, "User", exchange.prompt());
      turn(text, "Assistant", exchange.said());
      if (exchange.status() != Status.COMPLETED) {
        text.append("\n*[").append(exchange.status().text()).append("]*\n");
      }
    }
    return text.toString();
  }

  private static String heading(Message message) {
    String role = message.role().value();
    return role.isEmpty()
        ? role
        : role.substring(0, 1).toUpperCase(Locale.ROOT) + role.substring(1);
  }

  private static void turn(StringBuilder text, String heading, String said) {
    text.append(text.length() == 0 ? "## " : "\n## ").append(heading).append("\n\n");
    text.append(said.strip()).append('\n');
  }
}
