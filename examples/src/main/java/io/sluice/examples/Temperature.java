// The same question at temperature 0 and at 1.8, twice each.
// At 0 the likeliest words come each time, so answers hardly differ; at 1.8 nearly any word may.
package io.sluice.examples;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Chunk;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.PrintStream;

final class Temperature {

  public static void main(String[] args) {
    String model = args.length > 0 ? args[0] : "gpt-4o-mini";
    try (var transport = NettyTransport.open(Endpoint.fromEnvironment())) {
      run(transport, model, System.out);
    }
  }

  static void run(ChatTransport transport, String model, PrintStream out) {
    for (double temperature : new double[] {0, 0, 1.8, 1.8}) {
      var request =
          ChatRequest.builder(model)
              .user("Write a haiku about the sea.")
              .temperature(temperature)
              .maxTokens(60)
              .build();
      out.println("--- temperature " + temperature + " ---");
      try (ChatStream stream = transport.stream(request)) {
        for (Chunk chunk : stream) {
          out.print(chunk.text());
        }
      }
      out.println();
    }
  }
}
