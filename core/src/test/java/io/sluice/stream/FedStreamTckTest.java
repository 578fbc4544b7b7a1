package io.sluice.stream;

import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.Test;

/** The Reactive Streams TCK over the publisher of a stream. */
@Test
public class FedStreamTckTest extends FlowPublisherVerification<Chunk> {

  public FedStreamTckTest() {
    super(new TestEnvironment(500, 50));
  }

  @Override
  public Flow.Publisher<Chunk> createFlowPublisher(long elements) {
    return FedStream.of(new Counted(elements)).publisher();
  }

  /** A stream that has failed before it was subscribed to. */
  @Override
  public Flow.Publisher<Chunk> createFailedFlowPublisher() {
    ChatStream stopped = FedStream.of(new Counted(1));
    stopped.close();
    return stopped.publisher();
  }

  @Override
  public long maxElementsFromPublisher() {
    return Integer.MAX_VALUE;
  }

  /** So many chunks, the last of which finishes; none at all is a stream without an answer. */
  private static final class Counted implements ChunkSource {
    private final TestChunk chunk = TestChunk.finish(0);
    private long left;
    private volatile boolean cancelled;
    private @Nullable Feed feed;

    Counted(long elements) {
      left = elements;
    }

    @Override
    public void start(Feed given) {
      feed = given;
      read();
    }

    @Override
    public void read() {
      Feed into = Objects.requireNonNull(feed);
      while (!cancelled && left > 0 && into.wantsMore()) {
        left--;
        into.chunk(chunk);
      }
      if (left == 0) {
        into.end(new End.Done());
      }
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }
}
