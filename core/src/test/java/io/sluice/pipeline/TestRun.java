package io.sluice.pipeline;

import io.sluice.chat.ChatRequest;
import io.sluice.feed.TestSource;
import io.sluice.sink.Sink;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** One request, the given sinks, named a, b, c in order, and waiting for latches. */
final class TestRun {

  static final ChatRequest REQUEST = ChatRequest.of("m", "hi");

  private TestRun() {}

  static PipelineResult run(TestTransport transport, Sink... sinks) {
    return pipeline(transport, sinks).run(REQUEST);
  }

  static Pipeline pipeline(TestSource source, Sink... sinks) {
    return pipeline(TestTransport.of(source), sinks);
  }

  static String[] texts(int count) {
    String[] texts = new String[count];
    Arrays.fill(texts, "t");
    return texts;
  }

  static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static Pipeline pipeline(TestTransport transport, Sink... sinks) {
    Pipeline.Builder builder = Pipeline.from(transport);
    for (int i = 0; i < sinks.length; i++) {
      builder.to(String.valueOf((char) ('a' + i)), sinks[i]);
    }
    return builder.build();
  }
}
