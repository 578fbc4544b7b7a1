// When a stream breaks, what came before is kept, and the outcome says why there is no more.
// To see one break, ask a simulator started with: ./sluice simulate --fault error-event=8
package io.sluice.examples;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.FinishReason;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.StreamException;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.PrintStream;

final class ErrorMidStream {

  public static void main(String[] args) {
    String model = args.length > 0 ? args[0] : "gpt-4o-mini";
    try (var transport = NettyTransport.open(Endpoint.fromEnvironment())) {
      run(transport, model, System.out);
    }
  }

  static void run(ChatTransport transport, String model, PrintStream out) {
    var request = ChatRequest.of(model, "Tell me a story about a lighthouse.");
    try (ChatStream stream = transport.stream(request)) {
      for (Chunk chunk : stream) {
        out.print(chunk.text());
      }
      out.println();
      out.println("finish reason: " + reason(stream.outcome().toCompletableFuture().join()));
    } catch (StreamException broken) {
      Outcome outcome = broken.outcome();
      out.println();
      out.println("status: " + outcome.status().word());
      out.println("why: " + outcome.failure().map(Failure::message).orElse("it was stopped"));
      out.println("finish reason: " + reason(outcome));
      out.println("text kept: " + outcome.completion().text());
    }
  }

  private static String reason(Outcome outcome) {
    return outcome.completion().finishReason().map(FinishReason::value).orElse("none");
  }
}
