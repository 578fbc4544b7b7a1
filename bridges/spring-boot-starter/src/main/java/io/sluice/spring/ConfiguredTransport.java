package io.sluice.spring;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.StreamOptions;

/** A transport whose requests have the configured options unless they have others. */
final class ConfiguredTransport implements ChatTransport {

  private final ChatTransport transport;
  private final StreamOptions options;
  private final RecentStreams recent;

  ConfiguredTransport(ChatTransport transport, StreamOptions options, RecentStreams recent) {
    this.transport = transport;
    this.options = options;
    this.recent = recent;
  }

  @Override
  public ChatStream stream(ChatRequest request, StreamOptions given) {
    ChatStream stream = transport.stream(request, given);
    stream.outcome().thenAccept(recent::ended);
    return stream;
  }

  @Override
  public ChatStream stream(ChatRequest request) {
    return stream(request, options);
  }

  @Override
  public Completion complete(ChatRequest request) {
    try (ChatStream stream = stream(request, options.whole())) {
      return stream.completion();
    }
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
