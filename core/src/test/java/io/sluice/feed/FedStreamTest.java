package io.sluice.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.End;
import io.sluice.stream.Irregularity;
import io.sluice.stream.Irregularity.Kind;
import io.sluice.stream.Outcome;
import io.sluice.stream.ResponseHead;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import io.sluice.stream.TestChunk;
import io.sluice.stream.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A stream that is pulled. */
class FedStreamTest {

  private final TestSource source = new TestSource();
  private final ChatStream stream = FedStream.of(source);

  @Test
  void nothingIsSentBeforeTheFirstChunkIsAskedFor() {
    Iterator<Chunk> chunks = stream.iterator();
    assertThat(source.started.getCount()).isEqualTo(1);

    CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(chunks::hasNext);
    awaitStart();
    source.say(TestChunk.text("x"));

    assertThat(waiting.join()).isTrue();
    stream.close();
  }

  @Test
  void chunksComeInOrderAndThenTheLoopEnds() {
    ChatStream whole = FedStream.of(TestSource.completing("x", "y"));
    List<String> texts = new ArrayList<>();

    for (Chunk chunk : whole) {
      texts.add(chunk.text());
    }

    assertThat(texts).containsExactly("x", "y", "");
    assertThat(ended(whole).status()).isEqualTo(Status.COMPLETED);
    assertThat(whole.completion().text()).isEqualTo("xy");
  }

  @Test
  void aSecondLoopGoesOnWhereTheFirstLeftOff() {
    ChatStream whole = FedStream.of(TestSource.completing("x", "y"));
    assertThat(whole.iterator().next().text()).isEqualTo("x");

    assertThat(whole.iterator().next().text()).isEqualTo("y");
    assertThat(whole.completion().text()).isEqualTo("xy");
    assertThat(whole.iterator().hasNext()).isFalse();
    assertThatThrownBy(() -> whole.iterator().next()).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void anyEndButCompletedThrowsAfterTheLastChunkEachTime() {
    ChatStream cut =
        FedStream.of(TestSource.of(TestChunk.text("x"), new End.Cut("connection reset")));
    Iterator<Chunk> chunks = cut.iterator();
    assertThat(chunks.next().text()).isEqualTo("x");

    StreamException thrown = catchThrowableOfType(StreamException.class, chunks::hasNext);

    assertThat(thrown)
        .hasMessage("truncated after 1 chunk: the answer is cut off: connection reset");
    assertThat(thrown.outcome().completion().text()).isEqualTo("x");
    assertThat(thrown.outcome()).isSameAs(ended(cut));
    assertThatThrownBy(cut::completion).isInstanceOf(StreamException.class);
  }

  @Test
  void closingFromAnotherThreadWakesTheOneThatWaits() {
    CompletableFuture<StreamException> waiting =
        CompletableFuture.supplyAsync(
            () -> catchThrowableOfType(StreamException.class, stream::completion));
    awaitStart();
    source.say(TestChunk.text("x"));

    stream.close();

    assertThat(waiting.join().outcome().status()).isEqualTo(Status.STOPPED);
    assertThat(source.cancelled.getCount()).isZero();
  }

  @Test
  void closingAColdStreamSendsNothingEver() {
    stream.close();
    stream.close();

    assertThatThrownBy(stream::completion).hasMessage("stopped after 0 chunks");
    assertThat(source.started.getCount()).isEqualTo(1);
    assertThat(ended(stream).timing()).isEqualTo(Timing.NONE);
  }

  @Test
  void aStopBeatsAnEndThatArrivedButWasNotDelivered() {
    ChatStream whole = FedStream.of(TestSource.completing("x", "y"));
    whole.iterator().next();

    whole.close();

    assertThat(ended(whole).status()).isEqualTo(Status.STOPPED);
    assertThat(ended(whole).completion().text()).isEqualTo("x");
    assertThat(ended(whole).chunks()).isEqualTo(1);
  }

  @Test
  void aDeliveredEndIsNotUndoneByClosing() {
    ChatStream whole = FedStream.of(TestSource.completing("x"));
    whole.completion();
    Outcome outcome = ended(whole);

    whole.close();

    assertThat(ended(whole)).isSameAs(outcome);
    assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
  }

  @Test
  void anInterruptStopsTheStreamAndTheFlagStays() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> stream.iterator().hasNext()).hasMessage("stopped after 0 chunks");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(source.started.getCount()).isEqualTo(1);
  }

  @Test
  void anInterruptWhileWaitingStopsTheStreamAndTheFlagStays() {
    Thread reader = Thread.currentThread();
    CompletableFuture<Void> interrupting =
        CompletableFuture.runAsync(
            () -> {
              awaitStart();
              reader.interrupt();
            });

    assertThatThrownBy(() -> stream.iterator().hasNext()).hasMessage("stopped after 0 chunks");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(source.cancelled.getCount()).isZero();
    interrupting.join();
  }

  @Test
  void readingStopsWhenEnoughWaitsAndGoesOnWhenHalfIsUsedUp() {
    String[] texts = "t".repeat(100).split("");
    TestSource ample = TestSource.completing(texts);
    Iterator<Chunk> chunks = FedStream.of(ample).iterator();

    chunks.next();
    assertThat(ample.feed().wantsMore()).isTrue();
    assertThat(ample.reads).hasValue(0);
    ample.say(TestChunk.text("t"));
    assertThat(ample.feed().wantsMore()).isFalse();
    for (int i = 0; i < Arrivals.AHEAD / 2 - 1; i++) {
      chunks.next();
    }
    assertThat(ample.reads).hasValue(0);
    chunks.next();

    assertThat(ample.reads).hasValue(1);
  }

  @Test
  void nothingIsWantedAfterTheEnd() {
    stream.close();
    ChatStream ended = FedStream.of(source);
    CompletableFuture<Boolean> over = CompletableFuture.supplyAsync(ended.iterator()::hasNext);
    awaitStart();
    source.say(TestChunk.finish(0));
    assertThat(over.join()).isTrue();

    source.feed().end(new End.Done());
    source.feed().irregular(Kind.UNKNOWN_FIELD);
    source.say(TestChunk.text("late"));
    source.feed().end(new End.Cut("late"));

    assertThat(source.feed().wantsMore()).isFalse();
    assertThat(ended.completion().text()).isEmpty();
    assertThat(ended(ended).irregularities()).isEmpty();
    assertThat(ended(ended).chunks()).isEqualTo(1);
  }

  @Test
  void aSourceThatCannotStartFailsTheStream() {
    ChatStream broken =
        FedStream.of(
            new ChunkSource() {
              @Override
              public void start(Feed feed) {
                throw new IllegalStateException("no threads left");
              }

              @Override
              public void read() {}

              @Override
              public void cancel() {}
            });

    assertThatThrownBy(broken::completion)
        .hasMessage(
            "failed after 0 chunks: the stream did not start:"
                + " java.lang.IllegalStateException: no threads left");
  }

  @Test
  void whatWentBeforeTheRequestIsMeasuredFromTheFirstDemand() {
    var clock = new AtomicLong(7);
    var fed = new TestSource();
    ChatStream timed = FedStream.of(fed, clock::get);
    CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(timed.iterator()::hasNext);
    awaitStart(fed);
    Feed feed = fed.feed();

    feed.asked();
    clock.addAndGet(5_000_000);
    feed.connected(Duration.ofMillis(3));
    feed.sent(2);
    clock.addAndGet(2_000_000);
    feed.sent(2); // Over a connection that was open: nothing is said of connecting.
    feed.chunk(TestChunk.finish(0));
    feed.end(new End.Done());
    assertThat(first.join()).isTrue();
    timed.completion();

    Timing timing = ended(timed).timing();
    assertThat(timing.sent()).contains(Duration.ofMillis(7));
    assertThat(timing.connected()).isEmpty();
    assertThat(timing.resent()).isEqualTo(1);
    assertThat(timing.attempts()).isEqualTo(2);
  }

  @Test
  void aSourceThatSendsNothingHasNothingBeforeItsRequest() {
    ChatStream stream = FedStream.of(TestSource.completing("x"));
    stream.completion();

    Timing timing = ended(stream).timing();
    assertThat(timing.sent()).isEmpty();
    assertThat(timing.connected()).isEmpty();
    assertThat(timing.resent()).isZero();
  }

  @Test
  void timesAreMeasuredFromTheAttemptThatAnswered() {
    var clock = new AtomicLong();
    var fed = new TestSource();
    ChatStream timed = FedStream.of(fed, clock::get);
    CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(timed.iterator()::hasNext);
    awaitStart(fed);
    clock.set(5_000_000);
    fed.feed().head(ResponseHead.builder(200).build());
    fed.feed().sent(2);
    clock.set(7_000_000);
    fed.feed().head(ResponseHead.builder(203).build());
    fed.say(TestChunk.finish(0));
    fed.feed().end(new End.Done());
    assertThat(first.join()).isTrue();
    timed.completion();

    Outcome outcome = ended(timed);
    Timing timing = outcome.timing();

    assertThat(timing.attempts()).isEqualTo(2);
    assertThat(timing.headers()).contains(Duration.ofMillis(2));
    assertThat(timing.total()).contains(Duration.ofMillis(2));
    assertThat(outcome.head().orElseThrow().status()).isEqualTo(203);
  }

  @Test
  void aDeltaAfterTheFinishTakesItBackButTheUsualTrailersDoNot() {
    ChatStream whole =
        FedStream.of(
            TestSource.of(
                TestChunk.of(
                    new Delta.Finish(0, io.sluice.chat.FinishReason.STOP),
                    new Delta.Text(0, "same chunk")),
                TestChunk.text(""),
                TestChunk.of(),
                TestChunk.text("late"),
                new End.Done()));

    assertThat(whole.completion().text()).isEqualTo("same chunklate");
    assertThat(ended(whole).irregularities())
        .containsExactly(new Irregularity(Kind.DELTA_AFTER_FINISH, 1));
  }

  @Test
  void nobodyElseCanCompleteTheOutcome() {
    assertThatThrownBy(() -> ((CompletableFuture<Outcome>) stream.outcome()).complete(null))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Outcome ended(ChatStream stream) {
    assertThat(stream.outcome()).isCompleted();
    return stream.outcome().toCompletableFuture().join();
  }

  private void awaitStart() {
    awaitStart(source);
  }

  private static void awaitStart(TestSource source) {
    try {
      source.started.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
