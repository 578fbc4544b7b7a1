// What a stream is made of: its first six chunks, taken apart, with the time each one came.
// The rest is drained, so that the answer is whole all the same.
package io.sluice.examples;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.PrintStream;
import java.util.Iterator;

final class ChunkInspection {

  private static final int SHOWN = 6;

  public static void main(String[] args) {
    String model = args.length > 0 ? args[0] : "gpt-4o-mini";
    try (var transport = NettyTransport.open(Endpoint.fromEnvironment())) {
      run(transport, model, System.out);
    }
  }

  static void run(ChatTransport transport, String model, PrintStream out) {
    try (ChatStream stream = transport.stream(ChatRequest.of(model, "Tell me a joke."))) {
      Iterator<Chunk> chunks = stream.iterator();
      for (int number = 1; number <= SHOWN && chunks.hasNext(); number++) {
        Chunk chunk = chunks.next();
        out.println("chunk " + number + ", after " + chunk.at().toMillis() + " ms");
        out.println("  on the wire: " + chunk.json());
        chunk.deltas().forEach(delta -> out.println("  adds " + describe(delta)));
      }
      out.println("the whole answer: " + stream.completion().text());
    }
  }

  private static String describe(Delta delta) {
    if (delta instanceof Delta.Role role) {
      return "the role '" + role.role().value() + "'";
    }
    if (delta instanceof Delta.Text text) {
      return "the text '" + text.text() + "'";
    }
    if (delta instanceof Delta.Finish finish) {
      return "the finish reason '" + finish.reason() + "'";
    }
    if (delta instanceof Delta.Other other) {
      return "the field '" + other.name() + "', which Sluice keeps as it is";
    }
    return delta.toString();
  }
}
