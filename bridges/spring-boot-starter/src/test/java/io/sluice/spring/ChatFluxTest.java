package io.sluice.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.ChatRequest;
import io.sluice.simulator.Simulator;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import io.sluice.stream.StreamOptions;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.ScriptedTransport;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ChatFluxTest {

  private static final ChatRequest REQUEST = ChatRequest.of("sluice-offline", "Say hello.");
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Test
  void eachSubscriptionAsksAnew() {
    var transport = ScriptedTransport.answering("Hello", " there");
    var texts = ChatFlux.of(transport, REQUEST).map(Chunk::text).filter(text -> !text.isEmpty());

    assertThat(transport.asked()).isEmpty();
    assertThat(texts.collectList().block(LIMIT)).containsExactly("Hello", " there");
    assertThat(texts.collectList().block(LIMIT)).containsExactly("Hello", " there");
    assertThat(transport.asked()).hasSize(2);
  }

  @Test
  void aTruncatedAnswerIsAnError() {
    var transport = ScriptedTransport.playing(AnswerScript.silence().text("Hello").cut());

    assertThatThrownBy(() -> ChatFlux.of(transport, REQUEST).collectList().block(LIMIT))
        .isInstanceOf(StreamException.class);
  }

  @Test
  void cancellingStopsTheStream() throws Exception {
    CompletableFuture<Outcome> ended = new CompletableFuture<>();
    try (Simulator server = Simulator.builder().rate(20).start();
        NettyTransport netty = NettyTransport.open(Endpoint.of(server.baseUrl().toString()))) {
      ChatTransport transport = new EndRecording(netty, ended);
      ChatFlux.of(transport, REQUEST).take(1).blockLast(LIMIT);

      assertThat(ended.get(30, TimeUnit.SECONDS).status()).isEqualTo(Status.STOPPED);
    }
  }

  private record EndRecording(ChatTransport transport, CompletableFuture<Outcome> ended)
      implements ChatTransport {

    @Override
    public ChatStream stream(ChatRequest request, StreamOptions options) {
      ChatStream stream = transport.stream(request, options);
      stream.outcome().thenAccept(ended::complete);
      return stream;
    }

    @Override
    public String endpoint() {
      return transport.endpoint();
    }

    @Override
    public void close() {
      transport.close();
    }
  }
}
