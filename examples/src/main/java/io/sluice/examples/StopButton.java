// A Stop button: press Enter while the answer runs, and it ends there and then.
// The run is stopped from another thread; its result holds the text so far, marked as stopped.
package io.sluice.examples;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.pipeline.Run;
import io.sluice.sinks.console.ConsoleSink;
import io.sluice.stream.ChatTransport;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;

final class StopButton {

  public static void main(String[] args) {
    String model = args.length > 0 ? args[0] : "gpt-4o-mini";
    try (var transport = NettyTransport.open(Endpoint.fromEnvironment())) {
      run(transport, model, System.in, System.out);
    }
  }

  static void run(ChatTransport transport, String model, InputStream keys, PrintStream out) {
    Pipeline pipeline = Pipeline.from(transport).to("console", () -> ConsoleSink.to(out)).build();
    out.println("(press Enter to stop)");
    Run run = pipeline.start(ChatRequest.of(model, "Tell me a long story."));
    whenEnterIsPressed(keys, run::stop); // at once, from any thread, at any moment
    PipelineResult result = run.result().toCompletableFuture().join();
    out.println("status: " + result.outcome().status().word());
    out.println("kept: " + result.completion().text().length() + " characters");
  }

  private static void whenEnterIsPressed(InputStream keys, Runnable action) {
    var lines = new Scanner(keys, StandardCharsets.UTF_8);
    var button =
        new Thread(
            () -> {
              if (lines.hasNextLine()) {
                action.run();
              }
            });
    button.setDaemon(true);
    button.start();
  }
}
