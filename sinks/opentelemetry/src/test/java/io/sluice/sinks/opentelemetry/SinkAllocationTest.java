package io.sluice.sinks.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.sluice.chat.ChatRequest;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.testkit.Chunks;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a chunk costs the heap. */
class SinkAllocationTest {

  private static final int CHUNKS = 100_000;

  @Test
  void aChunkCostsNoMoreThanEightBytes() throws Exception {
    assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean);
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (var backend = new Backend();
        Sink sink = GenAiTelemetry.of(backend.target()).sink()) {
      sink.onOpen(new OneRun());
      Chunk chunk = Chunks.text("word");
      sink.onChunk(chunk);
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < CHUNKS; i++) {
        sink.onChunk(chunk);
      }
      long bytes = threads.getCurrentThreadAllocatedBytes() - before;

      assertThat(bytes).isLessThanOrEqualTo(8L * CHUNKS);
    }
  }

  /** A run without a pipeline. */
  private record OneRun() implements StreamContext {

    @Override
    public String id() {
      return "one";
    }

    @Override
    public Optional<ChatRequest> request() {
      return Optional.of(ChatRequest.of("gpt-4o-mini", "Name a river."));
    }

    @Override
    public String endpoint() {
      return "script";
    }

    @Override
    public Instant started() {
      return Instant.EPOCH;
    }

    @Override
    public void stop() {}
  }
}
