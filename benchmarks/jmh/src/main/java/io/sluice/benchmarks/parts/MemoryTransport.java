package io.sluice.benchmarks.parts;

import io.sluice.chat.ChatRequest;
import io.sluice.feed.ChunkSource;
import io.sluice.feed.FedStream;
import io.sluice.feed.Feed;
import io.sluice.json.ChunkReader;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.StreamOptions;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Answers with chunks that were read before, some at a time, as a network would bring them. */
final class MemoryTransport implements ChatTransport {

  static final int CHUNKS = 10_000;

  private static final int READ = 100;

  private final List<Chunk> chunks = new ArrayList<>();

  MemoryTransport(byte[][] payloads) {
    var reader = new ChunkReader();
    for (byte[] payload : payloads) {
      chunks.add(reader.read(ByteBuffer.wrap(payload), Duration.ZERO, kind -> {}));
    }
  }

  @Override
  public ChatStream stream(ChatRequest request, StreamOptions options) {
    return FedStream.of(new Memory());
  }

  @Override
  public String endpoint() {
    return "memory";
  }

  @Override
  public void close() {}

  private final class Memory implements ChunkSource {

    private Feed feed;
    private int played;
    private boolean playing;

    @Override
    public void start(Feed into) {
      feed = into;
      into.sent(1);
      read();
    }

    /**
     * Called again by the consumer that is told of a read, who then leaves the rest to the loop.
     */
    @Override
    public void read() {
      if (playing) {
        return;
      }
      playing = true;
      do {
        for (int i = 0; i < READ && played < CHUNKS; i++) {
          feed.chunk(chunks.get(played++ % chunks.size()));
        }
        if (played == CHUNKS) {
          feed.end(new End.Done());
        }
      } while (played < CHUNKS && feed.wantsMore());
      playing = false;
    }

    @Override
    public void cancel() {}
  }
}
