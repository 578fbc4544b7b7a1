package io.sluice.sinks.sqlite;

import io.sluice.chat.Choice;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.json.CompletionJson;
import io.sluice.transcript.TranscriptLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** A run as an {@link Archive} has it. Immutable. */
public final class ArchivedRun {

  /** The result of {@link #status()} for a run without an end. */
  public static final String UNFINISHED = "unfinished";

  private final String id;
  private final String conversation;
  private final String model;
  private final String asked;
  private final String answer;
  private final TranscriptLine.OpenLine open;
  private final Optional<TranscriptLine.EndLine> end;
  private final Optional<Json> completion;
  private final Optional<Json> counted;

  /** The run of a row that has {@link RunReader#COLUMNS}, with the lines that stand in it. */
  ArchivedRun(ResultSet row, TranscriptLine.OpenLine open, Optional<TranscriptLine.EndLine> end)
      throws SQLException {
    this.id = row.getString("id");
    this.conversation = row.getString("conversation");
    this.model = row.getString("model");
    this.asked = row.getString("asked");
    this.answer = row.getString("said");
    this.open = open;
    this.end = end;
    this.completion = Optional.ofNullable(row.getString("completion")).map(Json::verbatim);
    this.counted = Optional.ofNullable(row.getString("counted")).map(Json::verbatim);
  }

  /** The run's name. */
  public String id() {
    return id;
  }

  /** The name of the conversation that the run belongs to. */
  public String conversation() {
    return conversation;
  }

  /** The model that was asked; if the request is not known, the one that answered. */
  public String model() {
    return model;
  }

  /** What the request says for the first time, as text: the turns after the model's last. */
  public String asked() {
    return asked;
  }

  /** The text of {@link #asked()} without instructions, which say little of the run's subject. */
  public String question() {
    return open.request()
        .map(QuestionText::withoutInstructions)
        .filter(text -> !text.isEmpty())
        .orElse(asked);
  }

  /** The visible text of all choices, as far as it came. */
  public String answer() {
    return answer;
  }

  /** The first line of the run's transcript: where, when and what was asked. */
  public TranscriptLine.OpenLine open() {
    return open;
  }

  /** The end of the run; absent while it goes on, or if its process was killed. */
  public Optional<TranscriptLine.EndLine> end() {
    return end;
  }

  /** The answer as a {@code chat.completion}; absent as long as {@link #end()} is. */
  public Optional<Json> completion() {
    return completion;
  }

  /** The count of tokens that the sink's counter gave; absent without a counter. */
  public Optional<Json> counted() {
    return counted;
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
