package io.sluice.spring;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Chunk;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;

/** The chunks of answers as fluxes of Reactor. */
public final class ChatFlux {

  private ChatFlux() {}

  /**
   * The chunks of an answer. Each subscription sends the request anew, and cancelling one stops its
   * stream at once. Any end but a complete one is a {@code StreamException}, after all chunks that
   * were received.
   *
   * <p>Signals come on the transport's thread, which serves other streams too. Put {@code
   * publishOn} before an operator that blocks.
   */
  public static Flux<Chunk> of(ChatTransport transport, ChatRequest request) {
    return Flux.defer(
        () -> JdkFlowAdapter.flowPublisherToFlux(transport.stream(request).publisher()));
  }
}
