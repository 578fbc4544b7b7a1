package io.sluice.server.events;

import io.sluice.chat.Json;
import io.sluice.json.JsonWriter;
import io.sluice.runlog.LogLine;
import io.sluice.server.runs.FirstTokenWait;
import io.sluice.server.runs.TokenFigures;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Events that contain the lines of transcripts, verbatim, each with the run it is of. */
final class LineEvents implements EventStyle {

  private static final String RECONNECT = "retry: 1000\n\n";

  @Override
  public String opening(List<RunCursor> cursors) {
    String runs =
        JsonWriter.object(
            json ->
                json.objects(
                    "runs",
                    cursors,
                    (run, cursor) ->
                        run.field("id", cursor.run().id())
                            .field("from", cursor.after() + 1)
                            .field("kept", cursor.run().log().lines())
                            .field("state", cursor.run().status())));
    return RECONNECT + "event: hello\ndata: " + runs + "\n\n";
  }

  @Override
  public String line(RunCursor cursor, LogLine line, String ids) {
    return event(
        ids,
        line.type(),
        JsonWriter.object(
            data ->
                data.field("run", cursor.run().id())
                    .field("n", line.number())
                    .field("line", new Json(line.text()))));
  }

  @Override
  public Optional<String> lost(RunCursor cursor, long to, String ids) {
    return Optional.of(
        event(
            ids,
            "lost",
            JsonWriter.object(
                data ->
                    data.field("run", cursor.run().id())
                        .field("from", cursor.after() + 1)
                        .field("to", to))));
  }

  @Override
  public String tokens(RunCursor cursor, TokenFigures figures) {
    return passing(
        "tokens",
        data -> {
          data.field("run", cursor.run().id()).field("n", figures.line());
          figures.prompt().ifPresent(count -> data.field("prompt", count));
          data.field("completion", figures.completion())
              .field("basis", figures.basis().word())
              .field("encoding", figures.encoding().word());
        });
  }

  @Override
  public String phase(RunCursor cursor, FirstTokenWait wait) {
    return passing(
        "phase",
        data ->
            data.field("run", cursor.run().id())
                .field("phase", wait.phase().word())
                .field("since_ms", wait.length().toMillis()));
  }

  @Override
  public String comment() {
    return ":\n\n";
  }

  /** An event without an id, which a client that comes back does not get again. */
  private static String passing(String type, Consumer<JsonWriter> data) {
    return "event: " + type + "\ndata: " + JsonWriter.object(data) + "\n\n";
  }

  private static String event(String ids, String type, String data) {
    return "id: " + ids + "\nevent: " + type + "\ndata: " + data + "\n\n";
  }
}
