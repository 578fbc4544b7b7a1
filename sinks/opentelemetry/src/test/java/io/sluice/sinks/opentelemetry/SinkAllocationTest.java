package io.sluice.sinks.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.sluice.sink.Sink;
import io.sluice.stream.Chunk;
import io.sluice.testkit.Chunks;
import io.sluice.testkit.TestContext;
import java.lang.management.ManagementFactory;
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
      sink.onOpen(TestContext.usual());
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
}
