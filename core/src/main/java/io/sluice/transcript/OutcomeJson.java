package io.sluice.transcript;

import static java.util.stream.Collectors.joining;

import io.sluice.chat.Json;
import io.sluice.json.JsonWriter;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.stream.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The parts of an outcome that transcripts and the command's {@code --json} write in the same form.
 * Each result is one JSON value on one line.
 */
public final class OutcomeJson {

  private OutcomeJson() {}

  /** The error object: its {@code type}, its {@code message}, and the members of that type. */
  public static Json error(Failure failure) {
    return JsonWriter.json(
        error -> {
          error.field("type", typeOf(failure)).field("message", failure.message());
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

  /** The times in milliseconds; one that was not set is absent. */
  public static Json timing(Timing timing) {
    return JsonWriter.json(
        marks -> {
          millis(marks, "headers_ms", timing.headers());
          millis(marks, "first_chunk_ms", timing.firstChunk());
          millis(marks, "first_token_ms", timing.firstToken());
          millis(marks, "first_content_ms", timing.firstContent());
          millis(marks, "last_token_ms", timing.lastToken());
          millis(marks, "total_ms", timing.total());
        });
  }

  /** A list of {@code kind} and {@code times}; empty if there were no irregularities. */
  public static Json irregularities(List<Irregularity> irregularities) {
    return new Json(
        irregularities.stream().map(OutcomeJson::irregularity).collect(joining(",", "[", "]")));
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

  private static String typeOf(Failure failure) {
    if (failure instanceof Failure.Http) {
      return "http";
    }
    if (failure instanceof Failure.Provider) {
      return "provider";
    }
    if (failure instanceof Failure.Protocol) {
      return "protocol";
    }
    if (failure instanceof Failure.Connection) {
      return "connection";
    }
    return failure instanceof Failure.TimedOut ? "timeout" : "sinks";
  }
}
