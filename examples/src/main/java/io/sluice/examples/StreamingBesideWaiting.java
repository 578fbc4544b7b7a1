// What streaming buys: the same question, answered in one piece and answered as a stream.
// Without a stream you see nothing until the last word is made; a stream shows the first at once.
package io.sluice.examples;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Chunk;
import io.sluice.stream.Timing;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

final class StreamingBesideWaiting {

  public static void main(String[] args) {
    String model = args.length > 0 ? args[0] : "gpt-4o-mini";
    try (var transport = NettyTransport.open(Endpoint.fromEnvironment())) {
      run(transport, model, System.out);
    }
  }

  static void run(ChatTransport transport, String model, PrintStream out) {
    var request = ChatRequest.of(model, "Tell me a story about a river.");

    out.println("--- waiting ---");
    long asked = System.nanoTime();
    Completion whole = transport.complete(request);
    long waited = System.nanoTime() - asked;
    out.println(whole.text());
    out.println("first and last word after " + Duration.ofNanos(waited).toMillis() + " ms");

    out.println("--- streaming ---");
    try (ChatStream stream = transport.stream(request)) {
      for (Chunk chunk : stream) {
        out.print(chunk.text());
      }
      Timing timing = stream.outcome().toCompletableFuture().join().timing();
      out.println();
      out.println("first word after " + millis(timing.firstContent()) + " ms");
      out.println("last word after " + millis(timing.lastToken()) + " ms");
    }
  }

  private static long millis(Optional<Duration> mark) {
    return mark.orElse(Duration.ZERO).toMillis();
  }
}
