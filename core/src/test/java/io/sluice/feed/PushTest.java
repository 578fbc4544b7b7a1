package io.sluice.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.stream.Status;
import io.sluice.stream.TestChunk;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** A stream that is pushed. */
class PushTest {

  @Test
  void nothingIsSentBeforeAChunkIsRequested() {
    TestSource source = TestSource.completing("x");
    var subscriber = new Noting(0);

    FedStream.of(source).publisher().subscribe(subscriber);
    assertThat(source.started.getCount()).isEqualTo(1);
    subscriber.subscription.request(1);

    assertThat(source.started.getCount()).isZero();
    assertThat(subscriber.signals).containsExactly("subscribed", "x");
  }

  @Test
  void noMoreIsDeliveredThanWasRequestedAndTheOutcomeFoldsThat() {
    ChatStream stream = FedStream.of(TestSource.completing("x", "y"));
    var subscriber = new Noting(1);
    stream.publisher().subscribe(subscriber);

    stream.close();

    assertThat(subscriber.signals).containsExactly("subscribed", "x", "stopped after 1 chunk");
    assertThat(stream.outcome().toCompletableFuture().join().completion().text()).isEqualTo("x");
  }

  @Test
  void theEndNeedsNoRequest() {
    var subscriber = new Noting(3);

    FedStream.of(TestSource.completing("x", "y")).publisher().subscribe(subscriber);

    assertThat(subscriber.signals).containsExactly("subscribed", "x", "y", "", "complete");
  }

  @Test
  void requestingWithinASignalDoesNotRecurse() {
    var subscriber = new Noting(1);
    subscriber.more = 1;

    FedStream.of(TestSource.completing("t".repeat(100_000).split("")))
        .publisher()
        .subscribe(subscriber);

    assertThat(subscriber.signals).hasSize(100_003).endsWith("", "complete");
  }

  @Test
  void aSecondSubscriberIsRefused() {
    ChatStream stream = FedStream.of(TestSource.completing("x"));
    var second = new Noting(1);
    stream.publisher().subscribe(new Noting(0));

    stream.publisher().subscribe(second);

    assertThat(second.signals)
        .containsExactly("subscribed", "the stream has a consumer; one answer is read once");
    assertThatThrownBy(stream::iterator)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the stream has a subscriber; it cannot be iterated too");
  }

  @Test
  void aStreamThatIsPulledTakesNoSubscriber() {
    ChatStream stream = FedStream.of(TestSource.completing("x"));
    assertThat(stream.iterator()).isNotNull();
    var subscriber = new Noting(1);

    stream.publisher().subscribe(subscriber);

    assertThat(subscriber.signals).hasSize(2);
    assertThat(stream.completion().text()).isEqualTo("x");
  }

  @Test
  void cancellingStopsTheStreamAndNothingIsSignalledAfterIt() {
    TestSource source = TestSource.of(TestChunk.text("x"));
    ChatStream stream = FedStream.of(source);
    var subscriber = new Noting(1);
    stream.publisher().subscribe(subscriber);

    subscriber.subscription.cancel();
    subscriber.subscription.request(1);
    source.say(TestChunk.text("late"));

    assertThat(subscriber.signals).containsExactly("subscribed", "x");
    assertThat(source.cancelled.getCount()).isZero();
    assertThat(stream.outcome().toCompletableFuture().join().status()).isEqualTo(Status.STOPPED);
  }

  @Test
  void aSubscriberThatThrowsCountsAsCancelled() {
    TestSource source = TestSource.of(TestChunk.text("x"));
    ChatStream stream = FedStream.of(source);
    var subscriber =
        new Noting(0) {
          @Override
          public void onNext(Chunk chunk) {
            throw new IllegalStateException("broken");
          }
        };
    List<Throwable> uncaught = new ArrayList<>();
    Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
    stream.publisher().subscribe(subscriber);

    subscriber.subscription.request(1);
    Thread.currentThread().setUncaughtExceptionHandler(null);

    assertThat(uncaught).singleElement().extracting(Throwable::getMessage).isEqualTo("broken");
    assertThat(source.cancelled.getCount()).isZero();
    assertThat(stream.outcome()).isCompleted();
  }

  @Test
  void requestingNoneIsAnError() {
    var subscriber = new Noting(0);
    FedStream.of(TestSource.completing("x")).publisher().subscribe(subscriber);

    subscriber.subscription.request(0);

    assertThat(subscriber.signals)
        .containsExactly("subscribed", "requested 0; rule 3.9 asks for 1 or more");
  }

  /** Writes down what is signalled. */
  private static class Noting implements Flow.Subscriber<Chunk> {
    final List<String> signals = new ArrayList<>();
    final long first;
    long more;
    Flow.Subscription subscription = new None();

    Noting(long first) {
      this.first = first;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      signals.add("subscribed");
      subscription = given;
      if (first > 0) {
        given.request(first);
      }
    }

    @Override
    public void onNext(Chunk chunk) {
      signals.add(chunk.text());
      if (more > 0) {
        subscription.request(more);
      }
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

  private record None() implements Flow.Subscription {
    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
  }
}
