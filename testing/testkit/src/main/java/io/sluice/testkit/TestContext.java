package io.sluice.testkit;

import io.sluice.chat.ChatRequest;
import io.sluice.sink.StreamContext;
import java.time.Instant;
import java.util.Optional;

/** The run that sinks and stages are told of when there is none. */
record TestContext() implements StreamContext {

  static final ChatRequest REQUEST = ChatRequest.of("test-model", "Is all well?");

  @Override
  public String id() {
    return "20260101-000000-abcdef";
  }

  @Override
  public Optional<ChatRequest> request() {
    return Optional.of(REQUEST);
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
