package io.sluice.examples;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.ChatRequest;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import io.sluice.stream.StreamException;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import org.junit.jupiter.api.Test;

/** How a program of one's own is tested against a server that misbehaves. */
final class SimulatedServerTest {

  private static final ChatRequest REQUEST =
      ChatRequest.of("sluice-offline", "Write a haiku about coding.");

  @Test
  void anAnswerThatBreaksIsNoAnswer() {
    try (var simulator = Simulator.builder().fault(Fault.parse("cut=5")).start();
        var client = NettyTransport.open(Endpoint.of(simulator.baseUrl().toString()))) {
      assertThatThrownBy(() -> client.stream(REQUEST).completion())
          .isInstanceOf(StreamException.class)
          .hasMessageContaining("truncated after 5 chunks");
    }
  }
}
