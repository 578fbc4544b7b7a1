package io.sluice.sinks.sqlite;

import static java.util.stream.Collectors.joining;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.json.CompletionJson;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Outcome;
import io.sluice.transcript.TranscriptWriter;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The rows of one run; each change is part of a transaction of the caller. If another process has
 * removed the run meanwhile, nothing more of it is written.
 */
final class RunRows {
  private RunRows() {}

  /** Adds the run and returns its number. */
  static long add(Session session, StreamContext context, String conversation) throws SQLException {
    session.change(
        "INSERT INTO run (id, conversation, started, model, asked, opening)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        context.id(),
        conversation,
        SortableTime.of(context.started()),
        context.request().map(ChatRequest::model).orElse(""),
        context.request().map(QuestionText::of).orElse(""),
        TranscriptWriter.open(context));
    return session.number("SELECT last_insert_rowid()");
  }

  static void addPart(Session session, long run, int part, String lines) throws SQLException {
    session.change(
        "INSERT INTO part (run, number, lines) SELECT number, ?, ? FROM run WHERE number = ?",
        part,
        Lines.compressed(lines),
        run);
  }

  static void addDraft(Session session, long run, int part, String text) throws SQLException {
    session.change(
        "INSERT INTO draft (run, number, text) SELECT number, ?, ? FROM run WHERE number = ?",
        part,
        text,
        run);
  }

  static void end(Session session, long run, Outcome outcome, Optional<Json> counted)
      throws SQLException {
    session.change("DELETE FROM draft WHERE run = ?", run);
    Completion completion = outcome.completion();
    session.change(
        "UPDATE run SET ending = ?, counted = ?, answer = ?, completion = ?,"
            + " model = CASE model WHEN '' THEN ? ELSE model END WHERE number = ?",
        TranscriptWriter.end(outcome),
        counted.map(Json::text).orElse(null),
        answer(completion),
        CompletionJson.write(completion),
        completion.model(),
        run);
  }

  static void remove(Session session, long run) throws SQLException {
    session.change("DELETE FROM run WHERE number = ?", run);
  }

  private static String answer(Completion completion) {
    return completion.choices().stream()
        .map(choice -> visible(choice.message()))
        .filter(said -> !said.isEmpty())
        .collect(joining("\n\n"));
  }

  private static String visible(Message message) {
    String content = message.content().orElse("");
    return content.isEmpty() ? message.refusal().orElse("") : content;
  }
}
