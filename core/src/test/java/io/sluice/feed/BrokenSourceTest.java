package io.sluice.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.Usage;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.End;
import io.sluice.stream.Origin;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import io.sluice.stream.TestChunk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others' code throws ends the stream it belongs to, and unwinds nobody's stack. */
class BrokenSourceTest {

  private static final String[] MANY = "t".repeat(100).split("");

  private final List<Throwable> uncaught = new ArrayList<>();

  @BeforeEach
  void collectWhatIsUncaught() {
    Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
  }

  @AfterEach
  void forgetTheHandler() {
    Thread.currentThread().setUncaughtExceptionHandler(null);
  }

  @Test
  void anErrorOnStartFailsTheStreamThatIsPulled() {
    ChatStream stream = FedStream.of(new Breaking("start"));

    assertThatThrownBy(stream::completion)
        .isInstanceOf(StreamException.class)
        .hasMessage(
            "failed after 0 chunks: the stream did not start:"
                + " java.lang.NoClassDefFoundError: a class");
  }

  @Test
  void anErrorOnStartFailsTheStreamThatIsPushed() {
    var subscriber = new Noting("nothing");

    FedStream.of(new Breaking("start")).publisher().subscribe(subscriber);

    assertThat(subscriber.signals)
        .containsExactly(
            "failed after 0 chunks: the stream did not start:"
                + " java.lang.NoClassDefFoundError: a class");
  }

  @Test
  void aSourceThatCannotGoOnFailsTheStreamBehindWhatItSaid() {
    Iterator<Chunk> chunks = FedStream.of(new Breaking("read", MANY)).iterator();

    for (int i = 0; i < Arrivals.AHEAD; i++) {
      assertThat(chunks.next().text()).isEqualTo("t");
    }

    assertThatThrownBy(chunks::hasNext)
        .hasMessage(
            "failed after 16 chunks: the stream did not go on:"
                + " java.lang.NoClassDefFoundError: a class");
  }

  @Test
  void aSourceThatCannotGoOnFailsTheStreamThatIsPushed() {
    var subscriber = new Noting("nothing");

    FedStream.of(new Breaking("read", MANY)).publisher().subscribe(subscriber);

    assertThat(subscriber.signals)
        .hasSize(Arrivals.AHEAD + 1)
        .endsWith(
            "failed after 16 chunks: the stream did not go on:"
                + " java.lang.NoClassDefFoundError: a class");
  }

  @Test
  void aSourceThatCannotLetGoIsStoppedAllTheSame() {
    ChatStream stream = FedStream.of(new Breaking("cancel", MANY));
    assertThat(stream.iterator().next().text()).isEqualTo("t");

    stream.close();

    assertThat(stream.outcome().toCompletableFuture().join().status()).isEqualTo(Status.STOPPED);
    assertThat(uncaught).singleElement().isInstanceOf(NoClassDefFoundError.class);
  }

  @Test
  void aChunkThatCannotBeReadFailsTheStreamOnce() {
    var subscriber = new Noting("nothing");
    FedStream.of(TestSource.of(TestChunk.text("x"), new Unreadable(), new Unreadable()))
        .publisher()
        .subscribe(subscriber);

    assertThat(subscriber.signals)
        .containsExactly(
            "x",
            "failed after 1 chunk: a chunk cannot be read:"
                + " java.lang.NoClassDefFoundError: a class");
  }

  @Test
  void whatASubscriberThrowsAtTheEndReachesNoSource() {
    var source = TestSource.of(TestChunk.finish(0));
    var subscriber = new Noting("end");
    ChatStream stream = FedStream.of(source);
    stream.publisher().subscribe(subscriber);

    source.feed().end(new End.Done());

    assertThat(uncaught).singleElement().isInstanceOf(NoClassDefFoundError.class);
    assertThat(stream.outcome().toCompletableFuture().join().status()).isEqualTo(Status.COMPLETED);
  }

  @Test
  void whatASubscriberThrowsWhenItIsToldOfAFailureReachesNoSource() {
    var source = TestSource.of(TestChunk.text("x"));
    var subscriber = new Noting("end");
    ChatStream stream = FedStream.of(source);
    stream.publisher().subscribe(subscriber);

    source.feed().end(new End.Cut("reset"));

    assertThat(uncaught).singleElement().isInstanceOf(NoClassDefFoundError.class);
    assertThat(stream.outcome().toCompletableFuture().join().status()).isEqualTo(Status.TRUNCATED);
  }

  @Test
  void aSubscriberThatThrowsWhenItSubscribesStopsTheStream() {
    ChatStream stream = FedStream.of(TestSource.completing("x"));

    assertThatThrownBy(() -> stream.publisher().subscribe(new Noting("subscribe")))
        .isInstanceOf(NoClassDefFoundError.class);

    assertThat(stream.outcome().toCompletableFuture().join().status()).isEqualTo(Status.STOPPED);
  }

  private static void throwing(String call, String broken) {
    if (call.equals(broken)) {
      throw new NoClassDefFoundError("a class");
    }
  }

  /** A chunk of others' making. */
  private static final class Unreadable implements Chunk {

    @Override
    public List<Delta> deltas() {
      return List.of();
    }

    @Override
    public Optional<Usage> usage() {
      throw new NoClassDefFoundError("a class");
    }

    @Override
    public Origin origin() {
      return Origin.UNKNOWN;
    }

    @Override
    public Duration at() {
      return Duration.ZERO;
    }

    @Override
    public String json() {
      return "{}";
    }
  }

  /** Breaks in one of its calls. */
  private static final class Breaking implements ChunkSource {
    private final TestSource source;
    private final String broken;

    Breaking(String broken, String... texts) {
      this.source = TestSource.completing(texts);
      this.broken = broken;
    }

    @Override
    public void start(Feed feed) {
      throwing("start", broken);
      source.start(feed);
    }

    @Override
    public void read() {
      throwing("read", broken);
      source.read();
    }

    @Override
    public void cancel() {
      throwing("cancel", broken);
      source.cancel();
    }
  }

  /** Asks for everything, breaks in one of its calls, and writes down the others. */
  private static final class Noting implements Flow.Subscriber<Chunk> {
    final List<String> signals = new ArrayList<>();
    private final String broken;

    Noting(String broken) {
      this.broken = broken;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      throwing("subscribe", broken);
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Chunk chunk) {
      signals.add(chunk.text());
    }

    @Override
    public void onError(Throwable reason) {
      throwing("end", broken);
      signals.add(String.valueOf(reason.getMessage()));
    }

    @Override
    public void onComplete() {
      throwing("end", broken);
      signals.add("complete");
    }
  }
}
