package io.sluice.feed;

import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.TestChunk;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Feeds what it is told, as far as the stream wants it, on whichever thread asks; and lets a test
 * feed by hand.
 */
public class TestSource implements ChunkSource {

  private final Queue<Object> script = new ArrayDeque<>();
  public final CountDownLatch started = new CountDownLatch(1);
  public final CountDownLatch cancelled = new CountDownLatch(1);
  public final AtomicInteger reads = new AtomicInteger();
  private volatile @Nullable Feed feed;

  /** Chunks and at last, perhaps, an {@link End}. */
  public static TestSource of(Object... steps) {
    var source = new TestSource();
    source.script.addAll(List.of(steps));
    return source;
  }

  /** Text chunks, a finish and the end marker. */
  public static TestSource completing(String... texts) {
    var source = new TestSource();
    for (String text : texts) {
      source.script.add(TestChunk.text(text));
    }
    source.script.add(TestChunk.finish(0));
    source.script.add(new End.Done());
    return source;
  }

  public Feed feed() {
    return Objects.requireNonNull(feed, "not started");
  }

  @Override
  public void start(Feed given) {
    feed = given;
    given.sent(1);
    started.countDown();
    play();
  }

  @Override
  public void read() {
    reads.incrementAndGet();
    play();
  }

  @Override
  public void cancel() {
    cancelled.countDown();
  }

  /** A chunk that came alone, in a read of its own. */
  public void say(Chunk chunk) {
    feed().chunk(chunk);
    feed().wantsMore();
  }

  private void play() {
    while (!script.isEmpty() && feed().wantsMore()) {
      Object step = script.remove();
      if (step instanceof Chunk chunk) {
        feed().chunk(chunk);
      } else {
        feed().end((End) step);
      }
    }
  }
}
