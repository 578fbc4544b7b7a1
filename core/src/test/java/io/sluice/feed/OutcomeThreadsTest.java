package io.sluice.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.TestChunk;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On which thread those are called back who asked for the outcome. */
class OutcomeThreadsTest {

  private final ExecutorService loop =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "loop"));
  private final TestSource source = new TestSource();
  private final ChatStream stream = FedStream.of(source);

  @AfterEach
  void stopTheLoop() {
    loop.shutdownNow();
  }

  @Test
  void aCallbackThatBlocksDoesNotDelayAnotherStreamOfTheSameLoop() throws Exception {
    var inside = new CountDownLatch(1);
    var neighbourDone = new CountDownLatch(1);
    CompletableFuture<String> calledOn = new CompletableFuture<>();
    var neighbour = new TestSource();
    var neighbourSubscriber = new Noting();
    FedStream.of(neighbour).publisher().subscribe(neighbourSubscriber);
    stream.publisher().subscribe(new Noting());
    stream
        .outcome()
        .thenAccept(
            outcome -> {
              inside.countDown();
              awaited(neighbourDone);
              calledOn.complete(Thread.currentThread().getName());
            });

    loop.execute(() -> source.feed().end(new End.Done()));
    inside.await();
    loop.execute(() -> neighbour.say(TestChunk.text("x")));
    assertThat(neighbourSubscriber.signals.take()).isEqualTo("x");
    neighbourDone.countDown();

    assertThat(calledOn.get()).isNotEqualTo("loop");
  }

  @Test
  void aSubscriberThatCancelsOnTheLoopIsNotCalledBackThere() throws Exception {
    CompletableFuture<Thread> calledOn = new CompletableFuture<>();
    var cancelling =
        new Noting() {
          @Override
          public void onNext(Chunk chunk) {
            subscription().cancel();
          }
        };
    stream.publisher().subscribe(cancelling);
    stream.outcome().thenAccept(outcome -> calledOn.complete(Thread.currentThread()));

    loop.execute(() -> source.say(TestChunk.text("x")));

    assertThat(calledOn.get().getName()).isNotEqualTo("loop");
  }

  @Test
  void whoeverClosesIsNotHeldUpByCallbacks() throws InterruptedException {
    var inside = new CountDownLatch(1);
    var closed = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    stream
        .outcome()
        .thenAccept(
            outcome -> {
              inside.countDown();
              awaited(closed);
              done.countDown();
            });

    stream.close();
    inside.await();
    closed.countDown();
    done.await();

    assertThat(stream.outcome()).isCompleted();
  }

  @Test
  void theThreadThatPullsCallsBackItselfBeforeItsLoopEnds() {
    ChatStream whole = FedStream.of(TestSource.completing("x"));
    var calledOn = new AtomicReference<@Nullable Thread>();
    whole.outcome().thenAccept(outcome -> calledOn.set(Thread.currentThread()));

    whole.completion();

    assertThat(calledOn).hasValue(Thread.currentThread());
  }

  @Test
  void theOutcomeIsKnownToWhoeverAsksWhenTheEndIsSignalled() throws InterruptedException {
    var subscriber =
        new Noting() {
          @Override
          public void onComplete() {
            signals.add(String.valueOf(stream.outcome().toCompletableFuture().isDone()));
          }
        };
    stream.publisher().subscribe(subscriber);
    source.say(TestChunk.finish(0));

    source.feed().end(new End.Done());

    assertThat(subscriber.signals.take()).isEmpty();
    assertThat(subscriber.signals.take()).isEqualTo("true");
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /** Asks for everything and writes down what is signalled. */
  private static class Noting implements Flow.Subscriber<Chunk> {
    final BlockingQueue<String> signals = new LinkedBlockingQueue<>();
    private final AtomicReference<Flow.@Nullable Subscription> given = new AtomicReference<>();

    Flow.Subscription subscription() {
      return Objects.requireNonNull(given.get(), "not subscribed");
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      given.set(subscription);
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Chunk chunk) {
      signals.add(chunk.text());
    }

    @Override
    public void onError(Throwable reason) {
      signals.add(String.valueOf(reason.getMessage()));
    }

    @Override
    public void onComplete() {
      signals.add("complete");
    }
  }
}
