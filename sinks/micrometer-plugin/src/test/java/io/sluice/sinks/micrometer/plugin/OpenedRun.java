package io.sluice.sinks.micrometer.plugin;

import io.sluice.chat.ChatRequest;
import io.sluice.sink.StreamContext;
import java.time.Instant;
import java.util.Optional;

/** A run without a pipeline. */
record OpenedRun() implements StreamContext {

  @Override
  public String id() {
    return "opened";
  }

  @Override
  public Optional<ChatRequest> request() {
    return Optional.empty();
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
