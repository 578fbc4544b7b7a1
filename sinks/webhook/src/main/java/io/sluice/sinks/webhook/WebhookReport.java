package io.sluice.sinks.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.chat.Json;
import io.sluice.json.CompletionJson;
import io.sluice.json.JsonWriter;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Outcome;
import io.sluice.transcript.OutcomeJson;
import java.util.Map;

/** What is posted: the answer as OpenAI's {@code chat.completion}, and how it ended. */
final class WebhookReport {

  private WebhookReport() {}

  /** One JSON object in UTF-8; what a stream has told is in its member {@code sluice}. */
  static byte[] of(StreamContext run, Outcome outcome) {
    Json how = JsonWriter.json(text -> write(text, run, outcome));
    return CompletionJson.write(outcome.completion(), Map.of("sluice", how)).getBytes(UTF_8);
  }

  private static void write(JsonWriter text, StreamContext run, Outcome outcome) {
    text.field("id", run.id())
        .field("started", run.started().toString())
        .field("endpoint", run.endpoint())
        .field("status", outcome.status().word());
    outcome.failure().ifPresent(failure -> text.field("error", OutcomeJson.error(failure)));
    text.field("chunks", outcome.chunks())
        .field("attempts", outcome.timing().attempts())
        .field("timing", OutcomeJson.timing(outcome.timing()))
        .field("irregularities", OutcomeJson.irregularities(outcome.irregularities()));
  }
}
