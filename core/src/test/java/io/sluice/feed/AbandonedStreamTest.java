package io.sluice.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.TestChunk;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Streams that are neither read to their end nor closed. The source is held, as a network does. */
class AbandonedStreamTest {

  private static final int COLLECTIONS = 100;
  private static final long COLLECTION_MILLIS = 100;

  private final TestSource source = TestSource.of(TestChunk.text("x"), TestChunk.text("y"));

  @Test
  void anIteratorThatIsDroppedFreesTheSource() throws InterruptedException {
    CompletionStage<Outcome> outcome = readOneAndDropEverything();

    collectUntil(source.cancelled);

    assertThat(source.cancelled.getCount()).isZero();
    assertThat(outcome.toCompletableFuture().join().status()).isEqualTo(Status.STOPPED);
    assertThat(outcome.toCompletableFuture().join().completion().text()).isEqualTo("x");
  }

  @Test
  void anIteratorThatIsKeptKeepsTheStreamOpen() throws InterruptedException {
    Iterator<Chunk> chunks = FedStream.of(source).iterator();
    assertThat(chunks.next().text()).isEqualTo("x");

    collectUntil(someStreamIsFreed());

    assertThat(source.cancelled.getCount()).isEqualTo(1);
    assertThat(chunks.next().text()).isEqualTo("y");
  }

  @Test
  void aThreadThatWaitsForTheNextChunkKeepsTheStreamOpen() throws InterruptedException {
    var silent = new TestSource();
    CompletableFuture<Boolean> waiting =
        CompletableFuture.supplyAsync(() -> FedStream.of(silent).iterator().hasNext());
    silent.started.await();

    collectUntil(someStreamIsFreed());

    assertThat(silent.cancelled.getCount()).isEqualTo(1);
    silent.say(TestChunk.text("z"));
    assertThat(waiting.join()).isTrue();
  }

  @Test
  void aSubscriberKeepsTheStreamOpenThoughItHoldsNothing() throws InterruptedException {
    var silent = new TestSource();
    List<String> texts = new ArrayList<>();
    FedStream.of(silent).publisher().subscribe(new Everything(texts));

    collectUntil(someStreamIsFreed());

    assertThat(silent.cancelled.getCount()).isEqualTo(1);
    silent.say(TestChunk.text("z"));
    assertThat(texts).containsExactly("z");
  }

  @Test
  void aStreamThatHasEndedIsNotCancelledWhenItIsCollected() throws InterruptedException {
    TestSource whole = TestSource.completing("x");
    assertThat(FedStream.of(whole).completion().text()).isEqualTo("x");

    collectUntil(someStreamIsFreed());

    assertThat(whole.cancelled.getCount()).isEqualTo(1);
  }

  private CompletionStage<Outcome> readOneAndDropEverything() {
    ChatStream stream = FedStream.of(source);
    assertThat(stream.iterator().next().text()).isEqualTo("x");
    return stream.outcome();
  }

  /** By then the collector has found what could not be reached before. */
  private static CountDownLatch someStreamIsFreed() {
    var other = TestSource.of(TestChunk.text("other"));
    assertThat(FedStream.of(other).iterator().next().text()).isEqualTo("other");
    return other.cancelled;
  }

  private static void collectUntil(CountDownLatch freed) throws InterruptedException {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      if (freed.await(COLLECTION_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
    throw new AssertionError("no stream was freed");
  }

  private record Everything(List<String> texts) implements Flow.Subscriber<Chunk> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Chunk chunk) {
      texts.add(chunk.text());
    }

    @Override
    public void onError(Throwable reason) {
      texts.add(String.valueOf(reason.getMessage()));
    }

    @Override
    public void onComplete() {}
  }
}
