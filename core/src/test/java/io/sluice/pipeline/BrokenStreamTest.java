package io.sluice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.feed.FedStream;
import io.sluice.feed.TestSource;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.TestChunk;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** Transports of others whose streams throw where they should not. */
class BrokenStreamTest {

  private static final String ENDS =
      "failed after 0 chunks: the stream broke: java.lang.NoClassDefFoundError: a class";

  private final Journal journal = new Journal();

  @Test
  @SuppressWarnings("NullAway") // A transport of others may have been compiled without.
  void aTransportThatOpensNoStreamThrowsBeforeAnySinkIsTouched() {
    Pipeline throwing =
        pipeline(
            options -> {
              throw broken();
            });
    Pipeline without = pipeline(options -> null);

    assertThatThrownBy(() -> throwing.run(TestRun.REQUEST)).hasMessage("a class");
    assertThatThrownBy(() -> throwing.start(TestRun.REQUEST)).hasMessage("a class");
    assertThatThrownBy(() -> without.run(TestRun.REQUEST)).hasMessage("the source's stream");
    assertThat(journal.lines()).isEmpty();
  }

  @Test
  void aPublisherThatThrowsEndsTheRun() {
    assertEnds(
        new Broken(TestSource.completing("x")) {
          @Override
          public Flow.Publisher<Chunk> publisher() {
            throw broken();
          }
        });

    assertThat(journal.lines()).containsExactly("a.open", "a.end failed", "a.close");
  }

  @Test
  void aSubscribeThatThrowsEndsTheRun() {
    assertEnds(
        new Broken(TestSource.completing("x")) {
          @Override
          public Flow.Publisher<Chunk> publisher() {
            return subscriber -> {
              throw broken();
            };
          }
        });

    assertThat(journal.lines()).containsExactly("a.open", "a.end failed", "a.close");
  }

  @Test
  void aRequestThatThrowsMidwayEndsTheRun() {
    assertEnds(
        new Broken(TestSource.completing("x")) {
          @Override
          public Flow.Publisher<Chunk> publisher() {
            return subscriber -> subscriber.onSubscribe(new OnlyOne(subscriber));
          }
        });

    assertThat(journal.lines()).containsExactly("a.open", "a.chunk x", "a.end failed", "a.close");
  }

  @Test
  void anOutcomeThatThrowsOrIsExceptionalEndsTheRun() {
    assertEnds(
        new Broken(TestSource.completing()) {
          @Override
          public CompletionStage<Outcome> outcome() {
            throw broken();
          }
        });
    assertEnds(
        new Broken(TestSource.completing()) {
          @Override
          public CompletionStage<Outcome> outcome() {
            return CompletableFuture.failedStage(broken());
          }
        });

    assertThat(journal.lines())
        .containsExactly(
            "a.open",
            "a.chunk",
            "a.end failed",
            "a.close",
            "a.open",
            "a.chunk",
            "a.end failed",
            "a.close");
  }

  @Test
  void aCloseThatThrowsChangesNoEndAndEndsARunThatIsStopped() throws InterruptedException {
    var silent = new TestSource();
    Run run = pipeline(options -> new Unclosable(silent)).start(TestRun.REQUEST);
    silent.started.await();

    run.stop();

    assertThat(run.result().toCompletableFuture().join().outcome().failure())
        .contains(
            new Failure.Connection("the stream broke: java.lang.NoClassDefFoundError: a class"));
    assertThat(
            pipeline(options -> new Unclosable(TestSource.completing("x")))
                .run(TestRun.REQUEST)
                .completion()
                .text())
        .isEqualTo("x");
    assertThat(journal.lines())
        .containsExactly(
            "a.open",
            "a.end failed",
            "a.close",
            "a.open",
            "a.chunk x",
            "a.chunk",
            "a.end completed x",
            "a.close");
  }

  private static Error broken() {
    return new NoClassDefFoundError("a class");
  }

  private void assertEnds(ChatStream stream) {
    assertThatThrownBy(() -> pipeline(options -> stream).run(TestRun.REQUEST)).hasMessage(ENDS);
  }

  private Pipeline pipeline(Opening opening) {
    return Pipeline.from(new Opener(opening)).to("a", () -> journal.sink("a")).build();
  }

  @FunctionalInterface
  private interface Opening {
    ChatStream open(StreamOptions options);
  }

  private record Opener(Opening opening) implements ChatTransport {

    @Override
    public ChatStream stream(ChatRequest request, StreamOptions options) {
      return opening.open(options);
    }

    @Override
    public String endpoint() {
      return "test";
    }

    @Override
    public void close() {}
  }

  /** Says one chunk and cannot be asked for another. */
  private static final class OnlyOne implements Flow.Subscription {
    private final Flow.Subscriber<? super Chunk> subscriber;
    private boolean said;

    OnlyOne(Flow.Subscriber<? super Chunk> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void request(long n) {
      if (said) {
        throw broken();
      }
      said = true;
      subscriber.onNext(TestChunk.text("x"));
    }

    @Override
    public void cancel() {}
  }

  private static final class Unclosable extends Broken {
    Unclosable(TestSource source) {
      super(source);
    }

    @Override
    public void close() {
      throw broken();
    }
  }

  /** A stream that is whole but for what is overridden. */
  private static class Broken implements ChatStream {
    private final ChatStream whole;

    Broken(TestSource source) {
      this.whole = FedStream.of(source);
    }

    @Override
    public Iterator<Chunk> iterator() {
      return whole.iterator();
    }

    @Override
    public Flow.Publisher<Chunk> publisher() {
      return whole.publisher();
    }

    @Override
    public Completion completion() {
      return whole.completion();
    }

    @Override
    public CompletionStage<Outcome> outcome() {
      return whole.outcome();
    }

    @Override
    public void close() {
      whole.close();
    }
  }
}
