// A live token count: after every delta how many tokens the answer has, exactly, by Sluice's own
// count. At the end the server's figures stand beside it.
package io.sluice.examples;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.sinks.tokens.TokenSink;
import io.sluice.stream.ChatTransport;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.PrintStream;

final class LiveTokenCount {

  public static void main(String[] args) {
    String model = args.length > 0 ? args[0] : "gpt-4o-mini";
    try (var transport = NettyTransport.open(Endpoint.fromEnvironment())) {
      run(transport, model, System.out);
    }
  }

  static void run(ChatTransport transport, String model, PrintStream out) {
    Pipeline.from(transport)
        .to(
            "tokens",
            () ->
                TokenSink.reporting(report -> out.print("\n" + report.text()))
                    .counting(1, tokens -> out.print("\r" + tokens + " tokens so far")))
        .build()
        .run(ChatRequest.of(model, "Tell me a story about a mill."));
  }
}
