package io.sluice.sinks.sqlite;

import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.RequestJson;
import io.sluice.transcript.TranscriptLine;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A run in the archive.
 *
 * @param id the run's name
 * @param conversation the name of the conversation it belongs to
 * @param model the requested model; if the request is not known, the one that answered
 * @param asked the new text of the request: the turns after the model's last
 * @param answer the visible text of all choices, as far as it was received
 * @param open where, when and with which request the run began
 * @param end how it ended; absent if the run continues or its process was killed
 * @param completion the folded answer as a {@code chat.completion}; absent as long as the end is
 * @param counted the tokens as the sink's counter gave them
 */
public record ArchivedRun(
    String id,
    String conversation,
    String model,
    String asked,
    String answer,
    TranscriptLine.Open open,
    Optional<TranscriptLine.End> end,
    Optional<Json> completion,
    Optional<Json> counted) {

  /** The result of {@link #status()} for a run without an end. */
  public static final String UNFINISHED = "unfinished";

  /** Refuses null. */
  public ArchivedRun {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(open, "open");
    Objects.requireNonNull(end, "end");
    Objects.requireNonNull(completion, "completion");
    Objects.requireNonNull(counted, "counted");
  }

  /** The word for its status, or {@value #UNFINISHED}. */
  public String status() {
    return end.map(ended -> ended.status().word()).orElse(UNFINISHED);
  }

  /**
   * The model's turn in a form that can be sent again: the message of choice 0, or the text of an
   * unfinished run. Absent if nothing was received that can be sent.
   */
  public Optional<Message> reply() {
    Optional<Message> whole = completion.flatMap(ArchivedRun::firstMessage);
    return whole.isPresent() ? whole.filter(ArchivedRun::saysSomething) : spoken();
  }

  private Optional<Message> spoken() {
    return Optional.of(answer).filter(text -> !text.isEmpty()).map(Message::assistant);
  }

  private static boolean saysSomething(Message message) {
    return message.content().filter(text -> !text.isEmpty()).isPresent()
        || message.refusal().isPresent()
        || !message.toolCalls().isEmpty();
  }

  /** Reads the answer as a message of a request, which it is going to be. */
  private static Optional<Message> firstMessage(Json completion) {
    return JsonObject.read(completion.text()).elements("choices").orElse(List.of()).stream()
        .flatMap(choice -> choice.object().stream())
        .flatMap(choice -> choice.value("message").stream())
        .map(JsonValue::json)
        .flatMap(json -> RequestJson.read("{\"messages\":[" + json + "]}").messages().stream())
        .findFirst();
  }
}
