package io.sluice.batch.input;

import io.sluice.batch.row.Row;
import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.json.MalformedJsonException;
import io.sluice.json.RequestJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads a row from a line that is a JSON object. Immutable. */
final class JsonRows {

  private static final String CUSTOM_ID = "custom_id";
  private static final String URL = "/v1/chat/completions";
  private static final String PROMPT = "prompt";
  private static final String MESSAGES = "messages";
  private static final String SYSTEM = "system";

  /** What a row with a prompt may say besides, in the words of the chat API. */
  private static final Set<String> SETTINGS =
      Set.of(
          "model",
          "temperature",
          "top_p",
          "max_tokens",
          "max_completion_tokens",
          "seed",
          "stop",
          "n");

  private final InputFormat format;
  private final RowReading reading;

  JsonRows(InputFormat format, RowReading reading) {
    this.format = format;
    this.reading = reading;
  }

  /** Returns the row of a line, of which nothing but the id is sure to be usable. */
  Row read(String line, String numbered) {
    JsonObject row;
    try {
      row = JsonObject.read(line);
    } catch (MalformedJsonException malformed) {
      return Row.unusable(numbered, "the row is no JSON object: " + malformed.getMessage());
    }
    Optional<String> said = id(row);
    String id = said.filter(text -> !text.isEmpty()).orElse(numbered);
    if (id.length() > Row.LONGEST_ID) {
      return Row.unusable(numbered, "its id is longer than " + Row.LONGEST_ID + " characters");
    }
    if (said.isEmpty() && format != InputFormat.JSONL) {
      return Row.unusable(numbered, "it has no " + CUSTOM_ID + "; give each row one");
    }
    try {
      return Row.of(id, reading.filling().apply(request(row)));
    } catch (IllegalArgumentException unusable) {
      return Row.unusable(id, String.valueOf(unusable.getMessage()));
    }
  }

  private Optional<String> id(JsonObject row) {
    String name = format == InputFormat.JSONL ? reading.idField() : CUSTOM_ID;
    return row.value(name).map(JsonRows::text);
  }

  private ChatRequest request(JsonObject row) {
    return switch (format) {
      case OPENAI -> openAi(row);
      case ANTHROPIC -> instructed(RequestJson.read(member(row, "params")), row);
      default -> plain(row);
    };
  }

  private ChatRequest openAi(JsonObject row) {
    Optional<String> url = row.string("url").filter(other -> !other.equals(URL));
    if (url.isPresent()) {
      throw new IllegalArgumentException(
          "its url is '" + url.get() + "'; only " + URL + " is asked");
    }
    Optional<String> method = row.string("method").filter(other -> !other.equals("POST"));
    if (method.isPresent()) {
      throw new IllegalArgumentException("its method is '" + method.get() + "'; use POST");
    }
    return instructed(spoken(RequestJson.read(member(row, "body"))), row);
  }

  private ChatRequest plain(JsonObject row) {
    if (reading.prompt().isPresent()) {
      return templated(fields(row)).build();
    }
    if (row.members().containsKey(MESSAGES)) {
      Map<String, Json> members = new LinkedHashMap<>(row.members());
      members.remove(reading.idField());
      return instructed(spoken(RequestJson.read(object(members))), row);
    }
    String prompt =
        row.string(PROMPT)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "it has neither messages nor a prompt; give a template that fills fields"));
    Map<String, Json> settings = new LinkedHashMap<>(row.members());
    settings.keySet().retainAll(SETTINGS);
    ChatRequest.Builder request = RequestJson.read(object(settings)).toBuilder();
    row.string(SYSTEM)
        .or(() -> reading.system().map(template -> template.fill(fields(row))))
        .ifPresent(request::system);
    return request.user(prompt).build();
  }

  /** The request that the templates make of the fields of a row. */
  ChatRequest.Builder templated(Map<String, String> fields) {
    ChatRequest.Builder request = ChatRequest.builder("");
    reading.system().ifPresent(template -> request.system(template.fill(fields)));
    reading.prompt().ifPresent(template -> request.user(template.fill(fields)));
    return request;
  }

  /** The instructions of the template stand above a conversation that has none. */
  private ChatRequest instructed(ChatRequest request, JsonObject row) {
    boolean has =
        request.other().containsKey(SYSTEM)
            || request.other().containsKey(MESSAGES)
            || request.messages().stream().anyMatch(JsonRows::instructs);
    if (has || reading.system().isEmpty()) {
      return request;
    }
    List<Message> turns = new ArrayList<>();
    turns.add(Message.system(reading.system().get().fill(fields(row))));
    turns.addAll(request.messages());
    return request.toBuilder().messages(turns).build();
  }

  private static boolean instructs(Message message) {
    return message.role().equals(Role.SYSTEM) || message.role().equals(Role.DEVELOPER);
  }

  private static ChatRequest spoken(ChatRequest request) {
    if (request.messages().isEmpty() && !request.other().containsKey(MESSAGES)) {
      throw new IllegalArgumentException("its messages are missing or empty; give at least one");
    }
    return request;
  }

  private static String member(JsonObject row, String name) {
    return row.object(name).isPresent()
        ? Objects.requireNonNull(row.members().get(name)).text()
        : missing(name);
  }

  private static String missing(String name) {
    throw new IllegalArgumentException("it has no object '" + name + "'");
  }

  private static Map<String, String> fields(JsonObject row) {
    Map<String, String> fields = new LinkedHashMap<>();
    row.members().forEach((name, value) -> fields.put(name, text(new JsonValue(value))));
    return fields;
  }

  /** A string as it is, any other value as JSON. */
  private static String text(JsonValue value) {
    return value.string().orElse(value.json().text());
  }

  private static String object(Map<String, Json> members) {
    return JsonWriter.object(text -> members.forEach(text::field));
  }
}
