package io.sluice.server;

import io.sluice.chat.ChatRequest;
import io.sluice.feed.ChunkSource;
import io.sluice.feed.FedStream;
import io.sluice.feed.Feed;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.End;
import io.sluice.stream.ResponseHead;
import io.sluice.stream.StreamOptions;
import io.sluice.testkit.Chunks;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An upstream with one answer, whose chunks come when the test says so. */
public final class PushedAnswer implements ChatTransport {

  private final Queue<Consumer<Feed>> steps = new ArrayDeque<>();
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private @Nullable Feed feed;

  /** Has a chunk with this text come. */
  public void say(String text) {
    add(into -> into.chunk(Chunks.text(text)));
  }

  /** Has the answer end well. */
  public void finish() {
    add(into -> into.chunk(Chunks.finish()));
    add(into -> into.end(new End.Done()));
  }

  /** Waits until the answer is asked for. */
  public void awaitStart() throws InterruptedException {
    started.await();
  }

  /** Waits until nobody wants the answer any more. */
  public void awaitCancel() throws InterruptedException {
    cancelled.await();
  }

  @Override
  public ChatStream stream(ChatRequest request, StreamOptions options) {
    return FedStream.of(new Pushed());
  }

  @Override
  public String endpoint() {
    return "pushed";
  }

  @Override
  public void close() {}

  private synchronized void add(Consumer<Feed> step) {
    steps.add(step);
    play();
  }

  private synchronized void play() {
    Feed into = feed;
    while (into != null && !steps.isEmpty() && into.wantsMore()) {
      steps.remove().accept(into);
      into.wantsMore();
    }
  }

  private final class Pushed implements ChunkSource {

    @Override
    public void start(Feed given) {
      started.countDown();
      given.sent(1);
      given.head(ResponseHead.NONE);
      synchronized (PushedAnswer.this) {
        feed = given;
        play();
      }
    }

    @Override
    public void read() {
      play();
    }

    @Override
    public void cancel() {
      cancelled.countDown();
    }
  }
}
