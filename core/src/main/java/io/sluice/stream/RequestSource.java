package io.sluice.stream;

import io.sluice.chat.ChatRequest;
import java.util.Objects;
import java.util.Optional;

/** The answer of a transport to one request, which each stream asks anew. */
final class RequestSource implements Source {

  private final ChatTransport transport;
  private final ChatRequest request;

  RequestSource(ChatTransport transport, ChatRequest request) {
    this.transport = transport;
    this.request = Objects.requireNonNull(request, "request");
  }

  @Override
  public ChatStream open(StreamOptions options) {
    return transport.stream(request, options);
  }

  @Override
  public Optional<ChatRequest> request() {
    return Optional.of(request);
  }

  @Override
  public String endpoint() {
    return transport.endpoint();
  }

  @Override
  public String dialect() {
    return transport.dialect();
  }
}
