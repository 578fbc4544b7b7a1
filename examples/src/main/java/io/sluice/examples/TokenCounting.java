// What an answer cost, by the server's own figures: prompt, completion and total.
// A stream reports them in its last chunk, because Sluice asks for them unless told otherwise.
package io.sluice.examples;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.chat.Usage;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.PrintStream;

final class TokenCounting {

  public static void main(String[] args) {
    String model = args.length > 0 ? args[0] : "gpt-4o-mini";
    try (var transport = NettyTransport.open(Endpoint.fromEnvironment())) {
      run(transport, model, System.out);
    }
  }

  static void run(ChatTransport transport, String model, PrintStream out) {
    try (ChatStream stream = transport.stream(ChatRequest.of(model, "List three fruits."))) {
      Completion answer = stream.completion();
      out.println(answer.text());
      answer
          .usage()
          .ifPresentOrElse(
              usage -> print(usage, out), () -> out.println("the server reported no usage"));
    }
  }

  private static void print(Usage usage, PrintStream out) {
    out.println("prompt tokens:     " + usage.promptTokens());
    out.println("completion tokens: " + usage.completionTokens());
    out.println("total tokens:      " + usage.totalTokens());
  }
}
