package io.sluice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.ChatRequest;
import io.sluice.feed.Feed;
import io.sluice.feed.TestSource;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Retry;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.TestChunk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of run and start beside the promises to sinks. */
class PipelineRunTest {

  private final Journal journal = new Journal();

  @Test
  void retriesReachTheSinksBeforeTheFirstChunk() {
    var retry = new Retry(2, Duration.ZERO, new Failure.Connection("refused"));
    var transport = new TestTransport(asked -> new RetryingSource(asked, retry));

    Run run = Pipeline.from(transport).to("a", journal.sink("a")).build().start(TestRun.REQUEST);
    run.result().toCompletableFuture().join();

    assertThat(journal.lines())
        .containsExactly("a.open", "a.retry 2", "a.chunk x", "a.end truncated x", "a.close");
  }

  @Test
  void aPublisherThatDoesNotCountLosesNothing() {
    var transport = new Uncounted(TestTransport.completing("a", "b", "c", "d"));

    Pipeline.from(transport).to("a", journal.sink("a")).build().run(TestRun.REQUEST);

    assertThat(journal.lines())
        .containsExactly(
            "a.open",
            "a.chunk a",
            "a.chunk b",
            "a.chunk c",
            "a.chunk d",
            "a.chunk",
            "a.end completed abcd",
            "a.close");
  }

  @Test
  void moreChunksThanATurnTakesArriveInOrder() {
    String[] texts = IntStream.range(0, 100).mapToObj(Integer::toString).toArray(String[]::new);

    TestRun.pipeline(TestSource.completing(texts), journal.sink("a")).run(TestRun.REQUEST);

    assertThat(journal.lines())
        .filteredOn(line -> line.startsWith("a.chunk "))
        .containsExactlyElementsOf(Stream.of(texts).map("a.chunk "::concat).toList());
  }

  @Test
  void aSinkGivenReadyMadeServesOneRun() {
    Pipeline pipeline = TestRun.pipeline(TestSource.completing("x"), journal.sink("a"));
    pipeline.run(TestRun.REQUEST);

    assertThatThrownBy(() -> pipeline.run(TestRun.REQUEST))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("sink 'a' was given for one run and has had it; give a supplier to run again");
    assertThat(journal.lines()).filteredOn("a.open"::equals).hasSize(1);
  }

  @Test
  void aRequestThatCannotBeExpressedTouchesNoSink() {
    var transport =
        new ChatTransport() {
          @Override
          public ChatStream stream(ChatRequest request, StreamOptions options) {
            throw new IllegalArgumentException("n is 2; use 1");
          }

          @Override
          public String endpoint() {
            return "test";
          }

          @Override
          public void close() {}
        };
    Pipeline pipeline = Pipeline.from(transport).to("a", journal.sink("a")).build();

    assertThatThrownBy(() -> pipeline.start(TestRun.REQUEST)).hasMessage("n is 2; use 1");
    assertThatThrownBy(() -> pipeline.run(TestRun.REQUEST)).hasMessage("n is 2; use 1");
    assertThat(journal.lines()).isEmpty();
  }

  @Test
  void sinksAreToldWhatRunTheyBelongTo() {
    List<StreamContext> told = new ArrayList<>();
    var calls = new AtomicInteger();
    Sink sink =
        new Sink() {
          @Override
          public void onOpen(StreamContext context) {
            told.add(context);
          }

          @Override
          public void onChunk(Chunk chunk) {
            calls.incrementAndGet();
          }
        };

    TestRun.pipeline(TestSource.completing("x"), sink).run(TestRun.REQUEST);

    assertThat(told.get(0).id()).matches("\\d{8}-\\d{6}-[a-z0-9]{6}");
    assertThat(told.get(0).request()).contains(TestRun.REQUEST);
    assertThat(told.get(0).endpoint()).isEqualTo("test");
    assertThat(calls).hasValue(2);
  }

  /** Reports a retry when it is started, then sends one chunk. */
  private static final class RetryingSource extends TestSource {
    private final StreamOptions asked;
    private final Retry retry;

    RetryingSource(StreamOptions asked, Retry retry) {
      this.asked = asked;
      this.retry = retry;
    }

    @Override
    public void start(Feed feed) {
      asked.onRetry().accept(retry);
      super.start(feed);
      feed.chunk(TestChunk.text("x"));
      feed.end(new End.Closed());
    }
  }
}
