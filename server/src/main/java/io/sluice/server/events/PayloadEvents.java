package io.sluice.server.events;

import io.sluice.json.JsonObject;
import io.sluice.json.JsonWriter;
import io.sluice.json.MalformedJsonException;
import io.sluice.runlog.LogLine;
import io.sluice.server.runs.FirstTokenWait;
import io.sluice.server.runs.TokenFigures;
import io.sluice.stream.Failure;
import io.sluice.stream.Status;
import io.sluice.transcript.TranscriptLine;
import io.sluice.transcript.TranscriptWriter;
import java.util.List;
import java.util.Optional;

/**
 * Events that contain the payloads as the server sent them in its own dialect, so that clients of
 * that dialect read them; each has the number of its line as its id.
 */
final class PayloadEvents implements EventStyle {

  @Override
  public String opening(List<RunCursor> cursors) {
    return "";
  }

  @Override
  public String line(RunCursor cursor, LogLine line, String ids) {
    Naming naming = naming(cursor);
    Optional<TranscriptLine> parsed = TranscriptLine.parse(line.text());
    if (parsed.isPresent() && parsed.get() instanceof TranscriptLine.ChunkLine chunk) {
      String name = naming == Naming.WITHOUT_NAMES ? "" : name(chunk.data());
      return "id: " + ids + "\n" + name + data(chunk.data());
    }
    if (parsed.isPresent() && parsed.get() instanceof TranscriptLine.EndLine end) {
      return end(end, naming);
    }
    return "";
  }

  @Override
  public Optional<String> lost(RunCursor cursor, long to, String ids) {
    String what = "the lines " + (cursor.after() + 1) + " to " + to + " are no longer kept";
    String error =
        JsonWriter.object(
            json ->
                json.object(
                    "error",
                    members ->
                        members
                            .field("message", what)
                            .field("type", "sluice_error")
                            .field("code", "lost")));
    return Optional.of(data(error));
  }

  @Override
  public String tokens(RunCursor cursor, TokenFigures figures) {
    return "";
  }

  @Override
  public String phase(RunCursor cursor, FirstTokenWait wait) {
    return "";
  }

  @Override
  public String comment() {
    return ":\n\n";
  }

  /** Other dialects have an end marker of their own among the payloads. */
  private static String end(TranscriptLine.EndLine end, Naming naming) {
    if (end.status() == Status.COMPLETED) {
      return naming == Naming.WITHOUT_NAMES ? data("[DONE]") : "";
    }
    String why = end.failure().map(Failure::message).map(text -> " - " + text).orElse("");
    return ": " + end.status().word() + why + "\n\n";
  }

  /** A dialect that names its events names them as the payloads do. */
  private static String name(String payload) {
    try {
      return JsonObject.read(payload)
          .string("type")
          .map(type -> "event: " + type + "\n")
          .orElse("");
    } catch (MalformedJsonException unnamed) {
      return "";
    }
  }

  private static String data(String text) {
    return "data: " + text + "\n\n";
  }

  private static Naming naming(RunCursor cursor) {
    return cursor.run().context().dialect().equals(TranscriptWriter.STANDARD_DIALECT)
        ? Naming.WITHOUT_NAMES
        : Naming.WITH_NAMES;
  }

  /** How a dialect tells its events apart, and its end. */
  private enum Naming {
    /** OpenAI's: no event has a name, and an end marker follows the last. */
    WITHOUT_NAMES,
    /** Others: each event has the name that its payload says. */
    WITH_NAMES
  }
}
