package io.sluice.sinks.sqlite;

import static java.util.stream.Collectors.joining;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.json.CompletionJson;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.transcript.TranscriptLines;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Writes one run as it goes: a row before anything is sent, a part each second or {@value
 * #MANY_CHARACTERS} characters, the rest at the end. Mutable; for one run.
 */
final class RunWriter {
  private static final Duration OFTEN = Duration.ofSeconds(1);
  private static final int MANY_CHARACTERS = 64 * 1024;

  private final Session session;
  private final long run;
  private final StringBuilder lines = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private Duration written = Duration.ZERO;
  private int parts;

  private RunWriter(Session session, long run) {
    this.session = session;
    this.run = run;
  }

  static RunWriter begin(Session session, StreamContext context, String conversation)
      throws SQLException, IOException {
    session.write(
        () ->
            session.change(
                "INSERT INTO run (id, conversation, started, model, asked, opening)"
                    + " VALUES (?, ?, ?, ?, ?, ?)",
                context.id(),
                conversation,
                SortableTime.of(context.started()),
                context.request().map(ChatRequest::model).orElse(""),
                context.request().map(AskedText::of).orElse(""),
                TranscriptLines.open(context)));
    return new RunWriter(session, session.number("SELECT last_insert_rowid()"));
  }

  void retry(String line) {
    lines.append(line);
  }

  void chunk(Chunk chunk) throws SQLException, IOException {
    lines.append(TranscriptLines.chunk(chunk));
    text.append(chunk.text());
    if (chunk.at().minus(written).compareTo(OFTEN) >= 0 || lines.length() >= MANY_CHARACTERS) {
      written = chunk.at();
      flush();
    }
  }

  /** What has come, of a run that may go on. */
  void flush() throws SQLException, IOException {
    if (!lines.isEmpty()) {
      session.write(
          () -> {
            writePart();
            session.change(
                "INSERT INTO draft (run, number, text)"
                    + " SELECT number, ?, ? FROM run WHERE number = ?",
                parts,
                text.toString(),
                run);
          });
      lines.setLength(0);
      text.setLength(0);
      parts++;
    }
  }

  void end(Outcome outcome, Optional<Json> counted) throws SQLException, IOException {
    session.write(
        () -> {
          if (!lines.isEmpty()) {
            writePart();
          }
          session.change("DELETE FROM draft WHERE run = ?", run);
          Completion completion = outcome.completion();
          session.change(
              "UPDATE run SET ending = ?, counted = ?, answer = ?, completion = ?,"
                  + " model = CASE model WHEN '' THEN ? ELSE model END WHERE number = ?",
              TranscriptLines.end(outcome),
              counted.map(Json::text).orElse(null),
              answer(completion),
              CompletionJson.write(completion),
              completion.model(),
              run);
        });
  }

  /** Nothing was ever asked: there is nothing to keep. */
  void abandon() throws SQLException, IOException {
    session.write(() -> session.change("DELETE FROM run WHERE number = ?", run));
  }

  /** Somebody may have removed the run meanwhile: then nothing of it is written any more. */
  private void writePart() throws SQLException {
    session.change(
        "INSERT INTO part (run, number, lines) SELECT number, ?, ? FROM run WHERE number = ?",
        parts,
        Lines.compressed(lines.toString()),
        run);
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
