package com.example;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.simulator.Simulator;
import io.sluice.sinks.console.ConsoleSink;
import io.sluice.sinks.file.FileSink;
import io.sluice.sinks.tokens.TokenSink;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;

/** Uses what the BOM names, each without a version of its own. */
public final class Program {
  public static void main(String[] args) throws Exception {
    Path file = Files.createTempDirectory("outside").resolve("answer.jsonl");
    try (Simulator server = Simulator.start();
        var transport = NettyTransport.open(Endpoint.of(server.baseUrl().toString()))) {
      var pipeline =
          Pipeline.from(transport)
              .to("console", () -> ConsoleSink.to(System.out))
              .to("file", () -> FileSink.jsonl(file))
              .to("tokens", () -> TokenSink.printing(System.out))
              .build();
      var result = pipeline.run(ChatRequest.of("sluice-offline", "Say hello."));
      System.out.println(result.outcome().status() + ", kept: " + Files.exists(file));
    }
  }
}
