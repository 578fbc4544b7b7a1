package com.example;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.simulator.Simulator;
import io.sluice.sinks.console.ConsoleSink;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;

/** Embeds a pipeline where there is no Guice. */
public final class Program {
  public static void main(String[] args) {
    try (Simulator server = Simulator.start();
        var transport = NettyTransport.open(Endpoint.of(server.baseUrl().toString()))) {
      var pipeline =
          Pipeline.from(transport).to("console", () -> ConsoleSink.to(System.out)).build();
      var result = pipeline.run(ChatRequest.of("sluice-offline", "Say hello."));
      System.out.println(result.outcome().status() + ", Guice: " + isThere("com.google.inject.Guice"));
    }
  }

  private static boolean isThere(String type) {
    try {
      Class.forName(type);
      return true;
    } catch (ClassNotFoundException missing) {
      return false;
    }
  }
}
