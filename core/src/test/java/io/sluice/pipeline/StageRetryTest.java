package io.sluice.pipeline;

import static io.sluice.pipeline.TestRun.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.feed.FedStream;
import io.sluice.feed.Feed;
import io.sluice.feed.TestSource;
import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.TestChunk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a request that is sent again means to the stages of a run. */
class StageRetryTest {

  private final Journal journal = new Journal();

  @Test
  void aStageIsToldOfARetryBeforeTheSinkBehindIt() {
    Pipeline pipeline =
        Pipeline.from(new TestTransport(Repeating::new))
            .to("a", journal.sink("a"), Delivery.through(holding("own")))
            .through(holding("shared"))
            .build();

    PipelineResult result = pipeline.run(REQUEST);

    assertThat(result.completion().text()).isEqualTo("whole");
    assertThat(journal.lines())
        .containsExactly(
            "a.open",
            "shared.retry 2",
            "own.retry 2",
            "a.retry 2",
            "a.chunk whole",
            "a.end completed whole",
            "a.close");
  }

  /** A foreign source that begins anew after a chunk; ours do so only before the first one. */
  @Test
  void whatAStageHeldOfAnEarlierAttemptReachesNoSink() {
    for (boolean shared : new boolean[] {true, false}) {
      journal.lines().clear();
      var transport = new LateTransport();
      Pipeline.Builder pipeline = Pipeline.from(transport).executor(Runnable::run);
      if (shared) {
        pipeline.through(holding("stage")).to("a", journal.sink("a"));
      } else {
        pipeline.to("a", journal.sink("a"), Delivery.through(holding("stage")));
      }

      Run run = pipeline.build().start(REQUEST);
      transport.beginsAnewBehind("ha");
      run.result().toCompletableFuture().join();

      assertThat(journal.lines())
          .containsExactly(
              "a.open",
              "stage.retry 2",
              "a.retry 2",
              "a.chunk whole",
              "a.end completed whole",
              "a.close");
    }
  }

  @Test
  void theOutcomeBehindAStageIsThatOfTheLastAttempt() {
    var transport = new LateTransport();
    Pipeline pipeline =
        Pipeline.from(transport)
            .executor(Runnable::run)
            .to("a", journal.sink("a"), Delivery.through(passing()))
            .build();

    Run run = pipeline.start(REQUEST);
    transport.beginsAnewBehind("ha");
    run.result().toCompletableFuture().join();

    assertThat(journal.lines())
        .containsExactly(
            "a.open",
            "a.chunk ha",
            "a.retry 2",
            "a.chunk whole",
            "a.end completed whole",
            "a.close");
  }

  private Supplier<Stage> holding(String name) {
    return () -> new Holding(name, journal);
  }

  @SuppressWarnings("UnnecessaryLambda") // A run asks the supplier for a stage of its own.
  private static Supplier<Stage> passing() {
    return () ->
        new Stage() {
          @Override
          public boolean keepsTheSum() {
            return false;
          }

          @Override
          public void onChunk(Chunk chunk, Outlet outlet) {
            outlet.pass(chunk);
          }
        };
  }

  /** Gives all text at the end, in one chunk. */
  private static final class Holding implements Stage {
    private final String name;
    private final Journal journal;
    private String held = "";

    Holding(String name, Journal journal) {
      this.name = name;
      this.journal = journal;
    }

    @Override
    public boolean keepsTheSum() {
      return false;
    }

    @Override
    public void onRetry(Retry retry) {
      journal.lines().add(name + ".retry " + retry.attempt());
      held = "";
    }

    @Override
    public void onChunk(Chunk chunk, Outlet outlet) {
      held += chunk.text();
    }

    @Override
    public void onEnd(Outcome outcome, Outlet outlet) {
      outlet.pass(TestChunk.text(held));
    }
  }

  private static Retry again() {
    return new Retry(2, Duration.ZERO, new Failure.Connection("refused"));
  }

  /** Reports a retry before its answer, as ours do. */
  private static final class Repeating extends TestSource {
    private final StreamOptions asked;

    Repeating(StreamOptions asked) {
      this.asked = asked;
    }

    @Override
    public void start(Feed feed) {
      super.start(feed);
      asked.onRetry().accept(again());
      feed.chunk(TestChunk.text("whole"));
      feed.end(new End.Done());
    }
  }

  /** Reports a retry when some of the answer was taken already. */
  private static final class LateTransport implements ChatTransport {
    private final TestSource source = TestSource.of();
    private final List<StreamOptions> asked = new ArrayList<>();

    void beginsAnewBehind(String text) {
      source.say(TestChunk.text(text));
      asked.get(0).onRetry().accept(again());
      source.say(TestChunk.text("whole"));
      source.feed().end(new End.Done());
    }

    @Override
    public ChatStream stream(ChatRequest request, StreamOptions options) {
      asked.add(options);
      return FedStream.of(source);
    }

    @Override
    public String endpoint() {
      return "test";
    }

    @Override
    public void close() {}
  }
}
