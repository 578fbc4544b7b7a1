// A sink of one's own: it passes the answer on sentence by sentence, as a voice would want it.
// It copes with any cut between chunks, and says so when the answer was not whole.
package io.sluice.examples;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.sink.Sink;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.PrintStream;

final class CustomSink implements Sink {

  private final PrintStream out;
  private final StringBuilder sentence = new StringBuilder();
  private char last;

  CustomSink(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) {
    String model = args.length > 0 ? args[0] : "gpt-4o-mini";
    try (var transport = NettyTransport.open(Endpoint.fromEnvironment())) {
      run(transport, model, System.out);
    }
  }

  static void run(ChatTransport transport, String model, PrintStream out) {
    var pipeline = Pipeline.from(transport).to("voice", () -> new CustomSink(out)).build();
    pipeline.run(ChatRequest.of(model, "Tell me a story about a fox."));
  }

  @Override
  public void onChunk(Chunk chunk) {
    for (char next : chunk.text().toCharArray()) {
      if (Character.isWhitespace(next) && ".!?".indexOf(last) >= 0) {
        out.println("♪ " + sentence.toString().strip());
        sentence.setLength(0);
      }
      sentence.append(next);
      last = next;
    }
  }

  @Override
  public void onEnd(Outcome outcome) {
    if (!sentence.isEmpty()) {
      out.println("♪ " + sentence.toString().strip());
    }
    if (outcome.status() != Status.COMPLETED) {
      out.println("[" + outcome.status().word() + "]");
    }
  }
}
