package io.sluice.cli.prompt;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.cli.command.InputText;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.StandardStreams;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.json.MessageJson;
import io.sluice.json.RequestJson;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A file with a conversation: an array of messages, or a whole request for chat completions. */
public final class MessagesFile {
  private static final String MESSAGES = "messages";

  /** How an answer travels is not part of a request. */
  private static final Set<String> TRANSPORT = Set.of("stream", "stream_options");

  private MessagesFile() {}

  /**
   * Reads the file of that name, {@code -} for stdin.
   *
   * @throws UsageException in one line, if it is neither
   */
  static ChatRequest read(String name, StandardStreams streams) throws IOException {
    return read(
        name,
        streams,
        text -> JsonValue.read(text).elements().isPresent() ? conversation(text) : request(text));
  }

  /**
   * Reads the file of that name, {@code -} for stdin, in a way of the caller's.
   *
   * @param reading throws an {@code IllegalArgumentException} if the text is no conversation
   * @throws UsageException in one line, if it is none
   */
  public static <T> T read(String name, StandardStreams streams, Function<String, T> reading)
      throws IOException {
    String text = InputText.read(name, streams);
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException none) {
      throw new UsageException(
          name + ": " + none.getMessage() + "; give an array of messages or a whole request", none);
    }
  }

  private static ChatRequest conversation(String text) {
    return ChatRequest.builder("").messages(MessageJson.readAll(text)).build();
  }

  private static ChatRequest request(String text) {
    JsonObject object = JsonObject.read(text);
    List<Message> messages =
        object
            .value(MESSAGES)
            .map(array -> MessageJson.readAll(array.json().text()))
            .orElseThrow(
                () -> new IllegalArgumentException("no request: it has no array 'messages'"));
    Map<String, Json> members = new LinkedHashMap<>(object.members());
    members.remove(MESSAGES);
    members.keySet().removeAll(TRANSPORT);
    String rest = JsonWriter.object(all -> members.forEach(all::field));
    return RequestJson.read(rest).toBuilder().messages(messages).build();
  }
}
