package io.sluice.testkit;

import io.sluice.chat.ChatRequest;
import io.sluice.sink.StreamContext;
import java.time.Instant;
import java.util.Optional;

/**
 * The run that sinks and stages are told of when there is none: of the endpoint {@code script}, and
 * begun at the epoch. Immutable.
 *
 * @param id the id of the run
 * @param request what was asked
 */
public record TestContext(String id, Optional<ChatRequest> request) implements StreamContext {

  static final ChatRequest REQUEST = ChatRequest.of("test-model", "Is all well?");

  /** A run of the id {@code 20260101-000000-abcdef} that asks whether all is well. */
  public static TestContext usual() {
    return new TestContext("20260101-000000-abcdef", Optional.of(REQUEST));
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
