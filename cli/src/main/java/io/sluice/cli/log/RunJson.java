package io.sluice.cli.log;

import io.sluice.chat.FinishReason;
import io.sluice.chat.Json;
import io.sluice.chat.Usage;
import io.sluice.json.JsonWriter;
import io.sluice.json.RequestJson;
import io.sluice.sinks.sqlite.ArchivedRun;
import io.sluice.transcript.OutcomeJson;
import io.sluice.transcript.TranscriptLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
              .field("model", run.model())
              .field("status", run.status());
          run.end().ifPresent(end -> end(text, end));
          run.counted().ifPresent(tokens -> text.field("tokens", tokens));
          text.field("excerpt", excerpt).field("asked", run.asked()).field("answer", run.answer());
          run.open()
              .request()
              .ifPresent(request -> text.field("request", new Json(RequestJson.write(request))));
          run.completion().ifPresent(whole -> text.field("completion", whole));
        });
  }

  private static void end(JsonWriter text, TranscriptLine.End end) {
    end.failure().map(OutcomeJson::error).ifPresent(error -> text.field("error", error));
    text.field("chunks", end.chunks())
        .field("attempts", end.timing().attempts())
        .field("finish_reasons", reasons(end.finishReasons()));
    end.usage().map(Usage::json).ifPresent(usage -> text.field("usage", usage));
    text.field("timing", OutcomeJson.timing(end.timing()))
        .field("irregularities", OutcomeJson.irregularities(end.irregularities()));
  }

  private static Json reasons(List<Optional<FinishReason>> reasons) {
    return new Json(
        reasons.stream()
            .map(reason -> reason.map(FinishReason::value).map(JsonWriter::json))
            .map(reason -> reason.map(Json::text).orElse("null"))
            .collect(Collectors.joining(",", "[", "]")));
  }
}
