// The smallest useful program: an answer is printed as it arrives and kept as a transcript.
// A pipeline is a transport and some sinks; its result says how the stream ended.
package io.sluice.examples;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.sinks.console.ConsoleSink;
import io.sluice.sinks.file.FileSink;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.nio.file.Path;

final class SmallestProgram {

  public static void main(String[] args) {
    try (var transport = NettyTransport.open(Endpoint.fromEnvironment())) {
      var pipeline =
          Pipeline.from(transport)
              .to("console", () -> ConsoleSink.to(System.out))
              .to("file", () -> FileSink.jsonl(Path.of("answer.jsonl")).overwriting())
              .build();
      var result = pipeline.run(ChatRequest.of("gpt-4o-mini", "Write a haiku about coding."));
      System.err.println(result.outcome().chunks() + " chunks");
    }
  }
}
