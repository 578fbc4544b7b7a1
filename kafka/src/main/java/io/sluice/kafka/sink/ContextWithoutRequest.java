package io.sluice.kafka.sink;

import io.sluice.chat.ChatRequest;
import io.sluice.sink.StreamContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A run whose question is kept back.
 *
 * @param run the run
 */
record ContextWithoutRequest(StreamContext run) implements StreamContext {

  @Override
  public Optional<ChatRequest> request() {
    return Optional.empty();
  }

  @Override
  public String id() {
    return run.id();
  }

  @Override
  public String endpoint() {
    return run.endpoint();
  }

  @Override
  public String dialect() {
    return run.dialect();
  }

  @Override
  public Instant started() {
    return run.started();
  }

  @Override
  public Map<String, String> attributes() {
    return run.attributes();
  }

  @Override
  public void stop() {
    run.stop();
  }
}
