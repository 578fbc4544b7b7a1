package io.sluice.transcript;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Choice;
import io.sluice.chat.Completion;
import io.sluice.chat.FinishReason;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Usage;
import io.sluice.json.ChunkBuilder;
import io.sluice.limit.RateLimit;
import io.sluice.limit.RateLimits;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.stream.Outcome;
import io.sluice.stream.ResponseHead;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import io.sluice.stream.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The values whose lines the golden files hold. */
final class Samples {

  static final Usage USAGE =
      Usage.builder(new Json("{\"prompt_tokens\":9,\n\"completion_tokens\":2,\"total_tokens\":11}"))
          .promptTokens(9)
          .completionTokens(2)
          .build();

  static final Timing TIMING =
      Timing.builder()
          .headers(micros(170_500))
          .firstChunk(micros(181_250))
          .firstToken(micros(181_250))
          .lastToken(micros(190_001))
          .total(micros(1_200_000))
          .attempts(2)
          .sent(micros(612_000))
          .connected(micros(41_500))
          .resent(1)
          .build();

  private Samples() {}

  static StreamContext context(Optional<ChatRequest> request) {
    return context(request, Map.of());
  }

  static StreamContext context(Map<String, String> attributes) {
    return context(Optional.empty(), attributes);
  }

  private static StreamContext context(
      Optional<ChatRequest> request, Map<String, String> attributes) {
    return new Context(
        "run-7",
        request,
        "http://localhost:8080/v1",
        Instant.parse("2026-01-31T09:30:00.250Z"),
        attributes);
  }

  static Retry retry() {
    return new Retry(
        2,
        Duration.ofMillis(500),
        Failure.Http.builder(503, "HTTP 503: \"overloaded\"\tsay it again")
            .code("busy")
            .type("server_error")
            .retryAfter(Duration.ofSeconds(1))
            .requestId("req-1")
            .build());
  }

  static Chunk chunk(Duration at, String json) {
    return ChunkBuilder.of().at(at).payload(json).build();
  }

  static Outcome outcome(Status status, Optional<Failure> failure) {
    Completion completion =
        Completion.builder()
            .id("c1")
            .model("m")
            .choices(
                List.of(choice(0, Optional.of(FinishReason.STOP)), choice(2, Optional.empty())))
            .usage(USAGE)
            .build();
    Outcome.Builder outcome =
        Outcome.builder(status)
            .completion(completion)
            .chunks(2)
            .timing(TIMING)
            .irregularities(List.of(new Irregularity(Irregularity.Kind.UNKNOWN_FIELD, 3)));
    failure.ifPresent(outcome::failure);
    return outcome.build();
  }

  static ResponseHead head() {
    var limit =
        new RateLimit(
            OptionalLong.of(500), OptionalLong.of(499), Optional.of(Duration.ofMillis(120)));
    return ResponseHead.builder(200)
        .requestId("req-1")
        .limits(RateLimits.builder().limit(RateLimits.Unit.REQUESTS, limit).build())
        .field("content-type", "text/event-stream")
        .field("x-request-id", "req-1")
        .build();
  }

  static Duration micros(long micros) {
    return Duration.ofNanos(micros * 1000);
  }

  private static Choice choice(int index, Optional<FinishReason> reason) {
    return new Choice(index, Message.assistant("Hi"), reason, Map.of());
  }

  private record Context(
      String id,
      Optional<ChatRequest> request,
      String endpoint,
      Instant started,
      Map<String, String> attributes)
      implements StreamContext {
    @Override
    public void stop() {}
  }
}
