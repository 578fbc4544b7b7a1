package io.sluice.cli.log;

import io.sluice.chat.Json;
import io.sluice.json.JsonWriter;
import io.sluice.json.RequestJson;
import io.sluice.sinks.sqlite.ArchivedRun;
import io.sluice.transcript.ResultJson;
import java.time.Instant;

/** A kept run as one JSON object on one line, in the words of transcripts and of {@code --json}. */
final class RunJson {
  private RunJson() {}

  static String of(ArchivedRun run, String excerpt) {
    return JsonWriter.object(
        text -> {
          text.field("id", run.id())
              .field("conversation", run.conversation())
              .field("started", run.open().started().map(Instant::toString))
              .field("endpoint", run.open().endpoint())
              .field("dialect", run.open().dialect())
              .field("model", run.model());
          run.end()
              .ifPresentOrElse(
                  end -> ResultJson.end(text, end), () -> text.field("status", run.status()));
          run.counted().ifPresent(tokens -> text.field("tokens", tokens));
          text.field("excerpt", excerpt).field("asked", run.asked()).field("answer", run.answer());
          run.open()
              .request()
              .ifPresent(
                  request -> text.field("request", Json.verbatim(RequestJson.write(request))));
          run.completion().ifPresent(whole -> text.field("completion", whole));
        });
  }
}
