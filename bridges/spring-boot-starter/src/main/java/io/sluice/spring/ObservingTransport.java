package io.sluice.spring;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.sluice.chat.ChatRequest;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.StreamOptions;
import io.sluice.telemetry.ProviderName;

/** Makes an observation of each stream; the observation of the caller is its parent. */
final class ObservingTransport implements ChatTransport {

  private final ChatTransport transport;
  private final ObservationRegistry registry;
  private final String provider;

  ObservingTransport(ChatTransport transport, ObservationRegistry registry) {
    this.transport = transport;
    this.registry = registry;
    this.provider = ProviderName.of(transport.endpoint(), transport.dialect());
  }

  @Override
  public ChatStream stream(ChatRequest request, StreamOptions options) {
    if (registry.isNoop()) {
      return transport.stream(request, options);
    }
    Observation observation = Observation.createNotStarted("gen_ai.client.operation", registry);
    var observed = new AnswerObservation(observation, transport, provider, request);
    ChatStream stream = transport.stream(request, options.onRetry(observed::retried));
    stream.outcome().thenAccept(observed::ended);
    return new ObservedChatStream(stream, observed);
  }

  @Override
  public String endpoint() {
    return transport.endpoint();
  }

  @Override
  public String dialect() {
    return transport.dialect();
  }

  @Override
  public void close() {
    transport.close();
  }
}
