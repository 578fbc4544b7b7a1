package com.example;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;

/** Streams an answer from the server whose URL it is given, and says which module it ran in. */
public final class Program {
  public static void main(String[] args) {
    var request = ChatRequest.of("sluice-offline", "Say hello.");
    try (var transport = NettyTransport.open(Endpoint.of(args[0]));
        ChatStream stream = transport.stream(request)) {
      for (Chunk chunk : stream) {
        System.out.print(chunk.text());
      }
    }
    System.out.println();
    System.out.println(NettyTransport.class.getModule());
  }
}
