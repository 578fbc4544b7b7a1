// A pipeline of one's own: three sinks, each with its own rule for what happens when it fails.
// A failing sink never harms the others; the result tells which one failed, when and why.
package io.sluice.examples;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Delivery;
import io.sluice.pipeline.Overflow;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.sinks.console.ConsoleSink;
import io.sluice.sinks.file.FileSink;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.Timeouts;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

final class CustomPipeline {

  public static void main(String[] args) {
    String model = args.length > 0 ? args[0] : "gpt-4o-mini";
    try (var transport = NettyTransport.open(Endpoint.fromEnvironment())) {
      run(transport, model, Path.of("answer.txt"), System.out);
    }
  }

  static void run(ChatTransport transport, String model, Path file, PrintStream out) {
    var letters = new LongAdder();
    var limits = Timeouts.defaults().firstToken(Duration.ofSeconds(30));
    Pipeline pipeline =
        Pipeline.from(transport)
            .options(StreamOptions.defaults().timeouts(limits))
            // if it does not open, nothing is sent
            .to("console", () -> ConsoleSink.to(out))
            .to("letters", () -> chunk -> letters.add(chunk.text().length()))
            // if the file exists, the run goes on without it; has a thread of its own,
            // which may lag 64 chunks
            .to("file", () -> FileSink.text(file), Delivery.optional().buffered(64, Overflow.BLOCK))
            .build();

    PipelineResult result = pipeline.run(ChatRequest.of(model, "Write a poem about water."));
    out.println(letters + " letters");
    result.sinkFailures().forEach(failure -> out.println("went without " + failure.message()));
  }
}
