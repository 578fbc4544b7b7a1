package io.sluice.sinks.sqlite;

import io.sluice.chat.ChatRequest;
import io.sluice.sink.StreamContext;
import java.time.Instant;
import java.util.Optional;

/** A run of the id {@code run-1} that asks {@code Hi?}. */
record FirstRun() implements StreamContext {
  @Override
  public String id() {
    return "run-1";
  }

  @Override
  public Optional<ChatRequest> request() {
    return Optional.of(ChatRequest.of("m", "Hi?"));
  }

  @Override
  public String endpoint() {
    return "script";
  }

  @Override
  public Instant started() {
    return Instant.EPOCH;
  }

  @Override
  public void stop() {}
}
