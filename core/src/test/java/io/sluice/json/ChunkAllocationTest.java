package io.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.sluice.stream.Chunk;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What reading a chunk costs the heap, most of which is the chunk's own payload. */
class ChunkAllocationTest {

  private static final int CHUNKS = 20_000;

  /** A chunk as OpenAI sends it, 330 bytes long. */
  private static final byte[] CHUNK =
      ("{\"id\":\"chatcmpl-B1a2b3c4d5e6f7g8h9i0j1k2l3m4n\",\"object\":\"chat.completion.chunk\","
              + "\"created\":1741569952,\"model\":\"gpt-4o-mini-2024-07-18\",\"service_tier\":"
              + "\"default\",\"system_fingerprint\":\"fp_b376dfbbd5\",\"choices\":[{\"index\":0,"
              + "\"delta\":{\"content\":\" blossoms\"},\"logprobs\":null,\"finish_reason\":null}],"
              + "\"usage\":null,\"obfuscation\":\"q3ZkPw8dVt\"}")
          .getBytes(StandardCharsets.UTF_8);

  @Test
  void anOrdinaryChunkCostsLittleMoreThanItsPayload() {
    assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean);
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var reader = new ChunkReader();
    read(reader);
    long before = threads.getCurrentThreadAllocatedBytes();
    Chunk last = read(reader);
    long each = (threads.getCurrentThreadAllocatedBytes() - before) / CHUNKS;

    assertThat(last.text()).isEqualTo(" blossoms");
    assertThat(CHUNK.length).isBetween(320, 340);
    assertThat(each).isLessThan(800);
  }

  private static Chunk read(ChunkReader reader) {
    ByteBuffer payload = ByteBuffer.wrap(CHUNK);
    Chunk chunk = reader.read(payload, Duration.ZERO, kind -> {});
    for (int i = 1; i < CHUNKS; i++) {
      chunk = reader.read(payload.rewind(), Duration.ZERO, kind -> {});
    }
    return chunk;
  }
}
