package io.sluice.transcript;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Choice;
import io.sluice.chat.Completion;
import io.sluice.chat.FinishReason;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Usage;
import io.sluice.json.ChunkBuilder;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import io.sluice.stream.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values whose lines the golden files hold. */
final class Samples {

  static final Usage USAGE =
      new Usage(
          9,
          2,
          11,
          new Json("{\"prompt_tokens\":9,\n\"completion_tokens\":2,\"total_tokens\":11}"));

  static final Timing TIMING =
      new Timing(
          Optional.of(micros(170_500)),
          Optional.of(micros(181_250)),
          Optional.of(micros(181_250)),
          Optional.empty(),
          Optional.of(micros(190_001)),
          Optional.of(micros(1_200_000)),
          2);

  private Samples() {}

  static StreamContext context(Optional<ChatRequest> request) {
    return new Context(
        "run-7", request, "http://localhost:8080/v1", Instant.parse("2026-01-31T09:30:00.250Z"));
  }

  static Retry retry() {
    return new Retry(
        2,
        Duration.ofMillis(500),
        new Failure.Http(
            503,
            Optional.of("busy"),
            Optional.of("server_error"),
            "HTTP 503: \"overloaded\"\tsay it again",
            Optional.of(Duration.ofSeconds(1)),
            Optional.of("req-1")));
  }

  static Chunk chunk(Duration at, String json) {
    return ChunkBuilder.of().at(at).payload(json).build();
  }

  static Outcome outcome(Status status, Optional<Failure> failure) {
    return new Outcome(
        status,
        new Completion(
            "c1",
            "m",
            Optional.empty(),
            List.of(choice(0, Optional.of(FinishReason.STOP)), choice(2, Optional.empty())),
            Optional.of(USAGE),
            Map.of()),
        2,
        TIMING,
        List.of(new Irregularity(Irregularity.Kind.UNKNOWN_FIELD, 3)),
        failure);
  }

  static Duration micros(long micros) {
    return Duration.ofNanos(micros * 1000);
  }

  private static Choice choice(int index, Optional<FinishReason> reason) {
    return new Choice(index, Message.assistant("Hi"), reason, Map.of());
  }

  private record Context(String id, Optional<ChatRequest> request, String endpoint, Instant started)
      implements StreamContext {
    @Override
    public void stop() {}
  }
}
