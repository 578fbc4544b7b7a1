package io.sluice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.limit.RateLimits;
import io.sluice.observe.SentRequest;
import io.sluice.observe.StreamObservation;
import io.sluice.observe.StreamObserver;
import io.sluice.stream.Outcome;
import io.sluice.stream.StreamOptions;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Runs the snippets of docs/library.md that are about what a transport tells. */
final class LibraryObserversTest {

  private static final ChatRequest REQUEST = ChatRequest.of("gpt-4o-mini", "Tell me a joke.");

  private final BlockingQueue<String> log = new LinkedBlockingQueue<>();

  @Test
  void headsAreToldBeforeTheFirstChunk() throws IOException {
    var left = new AtomicLong(7);
    var options =
        StreamOptions.defaults()
            .onHead(
                head -> {
                  head.requestId().ifPresent(log::add);
                  head.limits()
                      .flatMap(RateLimits::requests)
                      .ifPresent(limit -> left.set(limit.remaining().orElse(-1)));
                });
    try (Server server = Server.recorded();
        var stream = server.transport().stream(REQUEST, options)) {
      stream.completion();
      assertThat(left).hasValue(7);
      assertThat(stream.outcome().toCompletableFuture().join().head()).isPresent();
    }
  }

  @Test
  void anObserverIsToldOfEveryStream() throws Exception {
    try (Server server = Server.recorded()) {
      var endpoint = Endpoint.of(server.transport().endpoint()).withKey("sk-example");
      StreamObserver audit =
          stream ->
              new StreamObservation() {
                @Override
                public void sent(SentRequest request) {
                  log.add(request.method() + " " + request.url() + " " + request.fields());
                }

                @Override
                public void ended(Outcome outcome) {
                  log.add(stream.request().model() + " " + outcome.status());
                }
              };
      var transport = NettyTransport.builder(endpoint).observer(audit).build();
      try (transport) {
        transport.complete(REQUEST);
        assertThat(log.poll(20, TimeUnit.SECONDS))
            .startsWith("POST " + server.transport().endpoint())
            .contains("Authorization=***");
        assertThat(log.poll(20, TimeUnit.SECONDS)).isEqualTo("gpt-4o-mini COMPLETED");
      }
    }
  }

  @Test
  void aTransportHasItsSize() throws IOException {
    try (Server server = Server.recorded()) {
      var endpoint = Endpoint.of(server.transport().endpoint());
      var transport =
          NettyTransport.builder(endpoint)
              .connections(100) // at most at once to a server, else as many as there are streams
              .idleConnections(20) // kept for reuse, else 64
              .eventLoops(2) // threads of its own, else one that all transports share
              .build();
      try (transport) {
        assertThat(transport.complete(REQUEST).text()).isNotEmpty();
      }
    }
  }
}
