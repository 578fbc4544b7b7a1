package io.sluice.pipeline;

import io.sluice.chat.ChatRequest;
import io.sluice.sink.Sink;

/** Runs of one request into the given sinks, named a, b, c in order. */
final class TestRun {

  static final ChatRequest REQUEST = ChatRequest.of("m", "hi");

  private TestRun() {}

  static PipelineResult run(TestTransport transport, Sink... sinks) {
    Pipeline.Builder builder = Pipeline.from(transport);
    for (int i = 0; i < sinks.length; i++) {
      builder.to(String.valueOf((char) ('a' + i)), sinks[i]);
    }
    return builder.build().run(REQUEST);
  }
}
