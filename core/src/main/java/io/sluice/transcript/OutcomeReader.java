package io.sluice.transcript;

import io.sluice.chat.FinishReason;
import io.sluice.chat.Json;
import io.sluice.chat.Usage;
import io.sluice.json.JsonObject;
import io.sluice.stream.Failure;
import io.sluice.stream.FailureCategory;
import io.sluice.stream.HttpFailureBuilder;
import io.sluice.stream.Irregularity;
import io.sluice.stream.Status;
import io.sluice.stream.Timing;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the JSON that {@link OutcomeJson} writes. Missing or malformed fields count as absent. */
final class OutcomeReader {

  private static final JsonObject NONE = JsonObject.read("{}");

  private OutcomeReader() {}

  static Optional<Status> status(String word) {
    return Arrays.stream(Status.values()).filter(status -> status.word().equals(word)).findFirst();
  }

  /** An error of a type that this version does not know keeps its message. */
  static Failure failure(JsonObject error) {
    String message = error.string("message").orElse("the record does not say why");
    return switch (error.string("type").orElse("")) {
      case "http" -> http(error, message);
      case "provider" -> provider(error, message);
      case "timeout" -> timedOut(error).orElse(new Failure.Protocol(message, ""));
      case "connection" -> new Failure.Connection(message);
      case "sinks" -> new Failure.Sinks(message);
      default -> new Failure.Protocol(message, error.string("excerpt").orElse(""));
    };
  }

  private static Failure.Http http(JsonObject error, String message) {
    int status = (int) error.wholeNumber("http_status").orElse(0);
    HttpFailureBuilder refusal = Failure.Http.builder(status, message);
    error.string("code").ifPresent(refusal::code);
    error.string("provider_type").ifPresent(refusal::type);
    millis(error, "retry_after_ms").ifPresent(refusal::retryAfter);
    error.string("request_id").ifPresent(refusal::requestId);
    return refusal.category(category(error, refusal.build())).build();
  }

  private static Failure.Provider provider(JsonObject error, String message) {
    var told = new Failure.Provider(error.string("code"), error.string("provider_type"), message);
    return new Failure.Provider(told.code(), told.type(), message, category(error, told));
  }

  /**
   * The recorded category; for a record of an earlier version, the one that follows from its words.
   */
  private static FailureCategory category(JsonObject error, Failure told) {
    String word = error.string("category").orElse("");
    return Arrays.stream(FailureCategory.values())
        .filter(category -> category.word().equals(word))
        .findFirst()
        .orElse(told.category());
  }

  static Timing timing(JsonObject end) {
    JsonObject marks = end.object("timing").orElse(NONE);
    Timing.Builder timing =
        Timing.builder()
            .attempts((int) end.wholeNumber("attempts").orElse(0))
            .resent((int) end.wholeNumber("resent").orElse(0));
    millis(marks, "sent_ms").ifPresent(timing::sent);
    millis(marks, "connected_ms").ifPresent(timing::connected);
    millis(marks, "headers_ms").ifPresent(timing::headers);
    millis(marks, "first_chunk_ms").ifPresent(timing::firstChunk);
    millis(marks, "first_token_ms").ifPresent(timing::firstToken);
    millis(marks, "first_content_ms").ifPresent(timing::firstContent);
    millis(marks, "last_token_ms").ifPresent(timing::lastToken);
    millis(marks, "total_ms").ifPresent(timing::total);
    return timing.build();
  }

  static List<Irregularity> irregularities(JsonObject end) {
    return end.elements("irregularities").orElse(List.of()).stream()
        .flatMap(element -> element.object().stream())
        .flatMap(OutcomeReader::irregularity)
        .toList();
  }

  static List<Optional<FinishReason>> finishReasons(JsonObject end) {
    return end.elements("finish_reasons").orElse(List.of()).stream()
        .map(reason -> reason.string().map(FinishReason::new))
        .toList();
  }

  static Optional<Usage> usage(JsonObject end) {
    return end.value("usage")
        .flatMap(usage -> usage.object().map(figures -> usage(figures, usage.json())));
  }

  static Optional<Duration> millis(JsonObject object, String name) {
    return object
        .value(name)
        .filter(value -> value.number().isPresent())
        .map(value -> Milliseconds.read(value.json().text()));
  }

  private static Usage usage(JsonObject figures, Json json) {
    Usage.Builder usage = Usage.builder(json);
    figures.wholeNumber("prompt_tokens").ifPresent(usage::promptTokens);
    figures.wholeNumber("completion_tokens").ifPresent(usage::completionTokens);
    figures.wholeNumber("total_tokens").ifPresent(usage::totalTokens);
    return usage.build();
  }

  private static Stream<Irregularity> irregularity(JsonObject counted) {
    long times = Math.max(1, counted.wholeNumber("times").orElse(1));
    String word = counted.string("kind").orElse("");
    return Arrays.stream(Irregularity.Kind.values())
        .filter(kind -> kind.word().equals(word))
        .map(kind -> new Irregularity(kind, times));
  }

  /** The message is made of the limit, so that an error without a limit cannot be read. */
  private static Optional<Failure> timedOut(JsonObject error) {
    String word = error.string("which").orElse("");
    return Arrays.stream(Failure.Timer.values())
        .filter(timer -> timer.word().equals(word))
        .findFirst()
        .flatMap(
            timer -> millis(error, "limit_ms").map(limit -> new Failure.TimedOut(timer, limit)));
  }
}
