package com.example;

import io.sluice.chat.ChatRequest;
import io.sluice.simulator.Simulator;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;

/** Streams an answer with the versions that Quarkus manages. */
public final class Program {
  public static void main(String[] args) {
    try (Simulator server = Simulator.start();
        var transport = NettyTransport.open(Endpoint.of(server.baseUrl().toString()));
        ChatStream stream = transport.stream(ChatRequest.of("sluice-offline", "Say hello."))) {
      for (Chunk chunk : stream) {
        System.out.print(chunk.text());
      }
      System.out.println();
      System.out.println(stream.outcome().toCompletableFuture().join().status());
    }
  }
}
