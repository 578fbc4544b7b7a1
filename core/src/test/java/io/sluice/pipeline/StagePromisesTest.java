package io.sluice.pipeline;

import static io.sluice.pipeline.TestRun.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.feed.TestSource;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.TestChunk;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a pipeline promises to stages, and to the sinks behind them. */
class StagePromisesTest {

  private final Journal journal = new Journal();

  @Test
  void stagesBeforeASinkShapeWhatThatSinkGetsAndNoOther() {
    Pipeline pipeline =
        Pipeline.from(TestTransport.completing("x", "y"))
            .to("a", journal.sink("a"), Delivery.through(CapitalsStage::new).behind(twice()))
            .to("b", journal.sink("b"))
            .build();

    PipelineResult result = pipeline.run(REQUEST);

    assertThat(result.outcome().completion().text()).isEqualTo("xy");
    assertThat(journal.lines())
        .containsExactly(
            "a.open",
            "b.open",
            "a.chunk X",
            "a.chunk X",
            "b.chunk x",
            "a.chunk Y",
            "a.chunk Y",
            "b.chunk y",
            "a.chunk",
            "a.chunk",
            "b.chunk",
            "a.end completed XXYY",
            "b.end completed xy",
            "b.close",
            "a.close");
  }

  @Test
  void stagesBeforeAllSinksShapeWhatEverySinkGets() {
    Pipeline pipeline =
        Pipeline.from(TestTransport.completing("x"))
            .to("a", journal.sink("a"))
            .through(CapitalsStage::new)
            .to("b", journal.sink("b"), Delivery.through(twice()))
            .build();

    PipelineResult result = pipeline.run(REQUEST);

    assertThat(result.completion().text()).isEqualTo("x");
    assertThat(journal.lines())
        .contains("a.chunk X", "a.end completed X", "b.end completed XX")
        .endsWith("b.close", "a.close");
  }

  @Test
  void aStageFollowsTheGrammarOfASink() {
    Pipeline pipeline =
        Pipeline.from(TestTransport.completing("x"))
            .to("a", journal.sink("a"), Delivery.through(() -> new Noting(journal)))
            .build();

    pipeline.run(REQUEST);

    assertThat(journal.lines())
        .containsExactly(
            "stage.open",
            "a.open",
            "a.chunk x",
            "a.chunk",
            "stage.end",
            "a.chunk at the end",
            "a.end completed x",
            "a.close",
            "stage.close");
  }

  @Test
  void whatAStageHoldsComesBeforeTheEndAlsoToABufferedSink() {
    Pipeline pipeline =
        Pipeline.from(TestTransport.completing("x"))
            .to(
                "a",
                journal.sink("a"),
                Delivery.through(() -> new Noting(journal)).buffered(1, Overflow.BLOCK))
            .build();

    pipeline.run(REQUEST);

    assertThat(journal.lines())
        .containsSubsequence("a.chunk x", "a.chunk at the end", "a.end completed x", "a.close");
  }

  @Test
  void everyRunHasAStageOfItsOwn() {
    var made = new AtomicInteger();
    Pipeline pipeline =
        Pipeline.from(TestTransport.completing("x"))
            .through(
                () -> {
                  made.incrementAndGet();
                  return new CapitalsStage();
                })
            .to("a", () -> chunk -> {})
            .build();

    pipeline.run(REQUEST);
    assertThat(made).hasValue(1);
    pipeline.run(REQUEST);
    assertThat(made).hasValue(2);
  }

  @Test
  void aSinkBehindAStageThatTakesAwayIsNotToldWhatWasNotRead() {
    var unreadable = new Failure.Protocol("the chunk is malformed", "{\"key\":\"sk-1\"");
    Outcome[] told = new Outcome[2];
    var source = TestSource.of(TestChunk.text("x"), new io.sluice.stream.End.Failed(unreadable));
    Pipeline pipeline =
        Pipeline.from(TestTransport.of(source))
            .to("a", ending(outcome -> told[0] = outcome), Delivery.through(CapitalsStage::new))
            .to("b", ending(outcome -> told[1] = outcome))
            .build();

    assertThatThrownBy(() -> pipeline.run(REQUEST)).hasMessageContaining("malformed");

    assertThat(told[0].failure()).contains(new Failure.Protocol("the chunk is malformed", ""));
    assertThat(told[0].completion().text()).isEqualTo("X");
    assertThat(told[1].failure()).contains(unreadable);
  }

  private static Sink ending(java.util.function.Consumer<Outcome> told) {
    return new Sink() {
      @Override
      public void onChunk(Chunk chunk) {}

      @Override
      public void onEnd(Outcome outcome) {
        told.accept(outcome);
      }
    };
  }

  @SuppressWarnings("UnnecessaryLambda")
  private static Supplier<Stage> twice() {
    return () ->
        new Stage() {
          @Override
          public boolean keepsTheSum() {
            return false;
          }

          @Override
          public void onChunk(Chunk chunk, Outlet outlet) {
            outlet.pass(chunk);
            outlet.pass(chunk);
          }
        };
  }

  private record Noting(Journal journal) implements Stage {
    @Override
    public void onOpen(StreamContext context) {
      journal.lines().add("stage.open");
    }

    @Override
    public void onChunk(Chunk chunk, Outlet outlet) {
      outlet.pass(chunk);
    }

    @Override
    public void onEnd(Outcome outcome, Outlet outlet) {
      journal.lines().add("stage.end");
      outlet.pass(TestChunk.text("at the end"));
    }

    @Override
    public void close() {
      journal.lines().add("stage.close");
    }
  }
}
