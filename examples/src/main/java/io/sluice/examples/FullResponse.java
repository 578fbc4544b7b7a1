// The full response out of its chunks: the text grows in a loop, and the chunks are counted.
// The stream folds them, too: completion() is the answer as if it had come in one piece.
package io.sluice.examples;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Chunk;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.PrintStream;

final class FullResponse {

  public static void main(String[] args) {
    String model = args.length > 0 ? args[0] : "gpt-4o-mini";
    try (var transport = NettyTransport.open(Endpoint.fromEnvironment())) {
      run(transport, model, System.out);
    }
  }

  static void run(ChatTransport transport, String model, PrintStream out) {
    var request = ChatRequest.of(model, "Explain what a stream is.");
    var content = new StringBuilder();
    int chunks = 0;
    try (ChatStream stream = transport.stream(request)) {
      for (Chunk chunk : stream) {
        content.append(chunk.text());
        chunks++;
      }
      Completion answer = stream.completion();
      out.println(content);
      out.println(chunks + " chunks, " + content.length() + " characters");
      out.println("folded alike: " + answer.text().contentEquals(content));
    }
  }
}
