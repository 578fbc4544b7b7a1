// Stages shape what a sink gets: one sink speaks in whole sentences, and the file that is kept
// holds no keys, addresses or card numbers. The answer of the run stays as the server sent it.
package io.sluice.examples;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Delivery;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.sinks.file.FileSink;
import io.sluice.stages.DeltaKind;
import io.sluice.stages.Stages;
import io.sluice.stream.ChatTransport;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.PrintStream;
import java.nio.file.Path;

final class Speech {

  public static void main(String[] args) {
    String model = args.length > 0 ? args[0] : "gpt-4o-mini";
    try (var transport = NettyTransport.open(Endpoint.fromEnvironment())) {
      run(transport, model, Path.of("answer.txt"), System.out);
    }
  }

  static void run(ChatTransport transport, String model, Path file, PrintStream out) {
    Pipeline pipeline =
        Pipeline.from(transport)
            .to("speech", () -> chunk -> speak(chunk.text(), out), speech())
            .to("file", () -> FileSink.text(file), Delivery.through(Stages.redact()))
            .build();

    PipelineResult result = pipeline.run(ChatRequest.of(model, "Tell me of three animals."));
    out.println(result.completion().text().length() + " characters");
  }

  /** Reasoning is not for the ear, and a voice needs whole sentences. */
  private static Delivery speech() {
    return Delivery.through(Stages.only(DeltaKind.TEXT)).behind(Stages.sentences());
  }

  private static void speak(String sentence, PrintStream out) {
    if (!sentence.isBlank()) {
      out.println("(aloud) " + sentence.strip());
    }
  }
}
