// A typing indicator: "typing…" stands on the screen until the first word takes its place.
// A sink of its own shows it; declared before the console, it hears of each chunk first.
package io.sluice.examples;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.sinks.console.ConsoleSink;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.PrintStream;

final class TypingIndicator implements Sink {

  private final PrintStream out;
  private String wipe = "";

  TypingIndicator(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) {
    String model = args.length > 0 ? args[0] : "gpt-4o-mini";
    try (var transport = NettyTransport.open(Endpoint.fromEnvironment())) {
      run(transport, model, System.out);
    }
  }

  static void run(ChatTransport transport, String model, PrintStream out) {
    Pipeline.from(transport)
        .to("typing", () -> new TypingIndicator(out))
        .to("console", () -> ConsoleSink.to(out))
        .build()
        .run(ChatRequest.of(model, "Write a poem about the sea."));
  }

  @Override
  public void onOpen(StreamContext context) {
    out.print("typing…");
    wipe = "\r       \r";
  }

  @Override
  public void onChunk(Chunk chunk) {
    if (!chunk.text().isEmpty()) {
      out.print(wipe);
      wipe = "";
    }
  }

  @Override
  public void onEnd(Outcome outcome) {
    out.print(wipe);
  }
}
