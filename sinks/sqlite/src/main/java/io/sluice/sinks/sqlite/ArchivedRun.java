package io.sluice.sinks.sqlite;

import io.sluice.chat.Choice;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.json.CompletionJson;
import io.sluice.transcript.TranscriptLine;
import java.util.Objects;
import java.util.Optional;

/**
 * A run as the archive has it.
 *
 * @param id the run's name
 * @param conversation the name of what it belongs to
 * @param model the model that was asked; if the request is not known, the one that answered
 * @param asked what the request says for the first time, as text: the turns after the model's last
 * @param answer the visible text of all choices, as far as it came
 * @param open where, when and what was asked
 * @param end how it ended; absent of a run that goes on, or whose process was killed
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

  /** What {@link #status()} says of a run without an end. */
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

  /** The word of its status, or {@value #UNFINISHED}. */
  public String status() {
    return end.map(ended -> ended.status().word()).orElse(UNFINISHED);
  }

  /**
   * The model's turn as it can be sent again: the message of choice 0, or of an unfinished run its
   * text. Absent if nothing came that could be.
   */
  public Optional<Message> reply() {
    Optional<Message> whole =
        completion
            .map(json -> CompletionJson.read(json.text()))
            .flatMap(answered -> answered.choice(0))
            .map(Choice::message);
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
}
