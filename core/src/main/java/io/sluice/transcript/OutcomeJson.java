package io.sluice.transcript;

import static java.util.stream.Collectors.joining;

import io.sluice.chat.FinishReason;
import io.sluice.chat.Json;
import io.sluice.json.JsonWriter;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.stream.Status;
import io.sluice.stream.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The parts of an outcome as transcripts and results have them, each on one line. */
final class OutcomeJson {

  private OutcomeJson() {}

  /** The status, the error if there is one, and how many chunks and attempts there were. */
  static void ending(
      JsonWriter text, Status status, Optional<Failure> failure, long chunks, Timing timing) {
    text.field("status", status.word());
    failure.ifPresent(why -> text.field("error", error(why)));
    text.field("chunks", chunks).field("attempts", timing.attempts());
    if (timing.resent() > 0) {
      text.field("resent", timing.resent());
    }
  }

  /** The error object: its {@code type}, its {@code message}, and what that type knows besides. */
  static Json error(Failure failure) {
    return JsonWriter.json(
        error -> {
          error.field("type", failure.kind()).field("message", failure.message());
          if (failure instanceof Failure.Http http) {
            error.field("http_status", http.status());
            provider(error, http.code(), http.type());
            millis(error, "retry_after_ms", http.retryAfter());
            error.field("request_id", http.requestId());
            category(error, failure);
          } else if (failure instanceof Failure.Provider provider) {
            provider(error, provider.code(), provider.type());
            category(error, failure);
          } else if (failure instanceof Failure.Protocol protocol) {
            error.field("excerpt", Optional.of(protocol.excerpt()).filter(text -> !text.isEmpty()));
          } else if (failure instanceof Failure.TimedOut timedOut) {
            error.field("which", timedOut.which().word());
            error.field("limit_ms", Milliseconds.write(timedOut.limit()));
          }
        });
  }

  /** The marks in milliseconds; one that was never set is absent. */
  static Json timing(Timing timing) {
    return JsonWriter.json(
        marks -> {
          millis(marks, "sent_ms", timing.sent());
          millis(marks, "connected_ms", timing.connected());
          millis(marks, "headers_ms", timing.headers());
          millis(marks, "first_chunk_ms", timing.firstChunk());
          millis(marks, "first_token_ms", timing.firstToken());
          millis(marks, "first_content_ms", timing.firstContent());
          millis(marks, "last_token_ms", timing.lastToken());
          millis(marks, "total_ms", timing.total());
        });
  }

  /** A list of {@code kind} and {@code times}, empty where nothing was forgiven. */
  static Json irregularities(List<Irregularity> irregularities) {
    return Json.verbatim(
        irregularities.stream().map(OutcomeJson::irregularity).collect(joining(",", "[", "]")));
  }

  /** A list with an entry for each choice: its reason, or null. */
  static Json finishReasons(List<Optional<FinishReason>> reasons) {
    return Json.verbatim(
        reasons.stream()
            .map(reason -> reason.map(FinishReason::value).map(JsonWriter::json))
            .map(reason -> reason.map(Json::text).orElse("null"))
            .collect(joining(",", "[", "]")));
  }

  private static String irregularity(Irregularity irregularity) {
    return JsonWriter.object(
        json ->
            json.field("kind", irregularity.kind().word()).field("times", irregularity.times()));
  }

  private static void provider(
      JsonWriter error, Optional<String> code, Optional<String> providerType) {
    error.field("code", code).field("provider_type", providerType);
  }

  private static void category(JsonWriter error, Failure failure) {
    error.field("category", failure.category().word());
  }

  private static void millis(JsonWriter json, String name, Optional<Duration> duration) {
    duration.map(Milliseconds::write).ifPresent(millis -> json.field(name, millis));
  }
}
