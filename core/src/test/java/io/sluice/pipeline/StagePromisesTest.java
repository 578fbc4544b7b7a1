package io.sluice.pipeline;

import static io.sluice.pipeline.TestRun.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stage.StageException;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import io.sluice.stream.TestChunk;
import io.sluice.stream.TestSource;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
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
            .to("a", journal.sink("a"), Delivery.through(upper()).behind(twice()))
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
            .through(upper())
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
  void aStageThatThrowsRetiresItsSinkAloneAndIsReported() {
    var cause = new IOException("no room");
    Pipeline pipeline =
        Pipeline.from(TestTransport.completing("x", "y"))
            .to("a", journal.sink("a"), Delivery.through(failing("chunk", cause)))
            .to("b", journal.sink("b"))
            .build();

    PipelineResult result = pipeline.run(REQUEST);

    assertThat(result.outcome().status()).isEqualTo(Status.COMPLETED);
    assertThat(result.sinkFailures()).hasSize(1);
    SinkFailure failure = result.sinkFailures().get(0);
    assertThat(failure.message()).isEqualTo("sink 'a': stage 'failing': no room");
    assertThat(failure.phase()).isEqualTo(SinkFailure.Phase.CHUNK);
    assertThat(failure.cause()).isInstanceOf(StageException.class).hasCause(cause);
    assertThat(journal.lines())
        .containsExactly(
            "a.open",
            "b.open",
            "b.chunk x",
            "b.chunk y",
            "b.chunk",
            "b.end completed xy",
            "b.close",
            "a.close");
  }

  @Test
  void aStageBeforeAllThatThrowsRetiresEverySinkAndEndsTheRun() {
    TestSource source = TestSource.completing("x", "y");
    Pipeline pipeline =
        Pipeline.from(TestTransport.of(source))
            .through(failing("chunk", new IllegalStateException("no room")))
            .to("a", journal.sink("a"))
            .to("b", journal.sink("b"))
            .build();

    assertThatThrownBy(() -> pipeline.run(REQUEST))
        .hasMessage(
            "failed after 1 chunk: no sink is left: sink 'a': stage 'failing': no room;"
                + " sink 'b': stage 'failing': no room");
    assertThat(source.cancelled.getCount()).isZero();
    assertThat(journal.lines()).containsExactly("a.open", "b.open", "b.close", "a.close");
  }

  @Test
  void aStageThatDoesNotOpenIsASinkThatDoesNotOpen() {
    for (Supplier<Stage> broken :
        List.of(failing("open", new IOException("no such list")), throwing(), nothing())) {
      TestSource source = TestSource.completing("x");
      Pipeline required =
          Pipeline.from(TestTransport.of(source))
              .to("a", journal.sink("a"), Delivery.through(broken))
              .build();

      assertThatThrownBy(() -> required.run(REQUEST)).hasMessageContaining("sink 'a': ");
      assertThat(source.started.getCount()).isEqualTo(1);
      assertThat(journal.lines()).containsExactly("a.close");
      journal.lines().clear();
    }
  }

  @Test
  void aStageBeforeAllThatDoesNotOpenOpensNoSink() {
    TestSource source = TestSource.completing("x");
    Pipeline pipeline =
        Pipeline.from(TestTransport.of(source))
            .through(failing("open", new IOException("no such list")))
            .to("a", journal.sink("a"), Delivery.optional())
            .to("b", journal.sink("b"), Delivery.optional())
            .build();

    assertThatThrownBy(() -> pipeline.run(REQUEST)).hasMessageContaining("no such list");
    assertThat(source.started.getCount()).isEqualTo(1);
    assertThat(journal.lines()).containsExactly("b.close", "a.close");
  }

  @Test
  void aStageThatThrowsAtTheEndFailsItsSinkAndNotTheRun() {
    for (String call : List.of("end", "close")) {
      Pipeline pipeline =
          Pipeline.from(TestTransport.completing("x"))
              .through(failing(call, new IOException("no room")))
              .to("a", journal.sink("a"))
              .build();

      PipelineResult result = pipeline.run(REQUEST);

      assertThat(result.outcome().status()).isEqualTo(Status.COMPLETED);
      assertThat(result.sinkFailures())
          .extracting(failure -> failure.phase().word() + " " + failure.message())
          .containsExactly(call + " sink 'a': stage 'failing': no room");
    }
  }

  @Test
  void aSinkThatThrowsIsNoConcernOfTheStageBeforeIt() {
    Pipeline pipeline =
        Pipeline.from(TestTransport.completing("x"))
            .through(upper())
            .to("a", journal.failing("a", "chunk", new IOException("pipe is broken")))
            .to("b", journal.sink("b"))
            .build();

    PipelineResult result = pipeline.run(REQUEST);

    assertThat(result.sinkFailures())
        .extracting(SinkFailure::message)
        .containsExactly("sink 'a': pipe is broken");
    assertThat(journal.lines()).contains("b.chunk X", "b.end completed X");
  }

  @Test
  void aVirtualMachineErrorOfAStageEndsTheRunAndIsThrownAgain() {
    var fatal = new OutOfMemoryError("Java heap space");
    Pipeline pipeline =
        Pipeline.from(TestTransport.completing("x"))
            .to("a", journal.sink("a"), Delivery.through(failing("chunk", fatal)))
            .to("b", journal.sink("b"))
            .build();

    assertThatThrownBy(() -> pipeline.run(REQUEST)).isSameAs(fatal);
  }

  @Test
  void everyRunHasAStageOfItsOwn() {
    var made = new AtomicInteger();
    Pipeline pipeline =
        Pipeline.from(TestTransport.completing("x"))
            .through(
                () -> {
                  made.incrementAndGet();
                  return upper().get();
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
            .to("a", ending(outcome -> told[0] = outcome), Delivery.through(upper()))
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

  @SuppressWarnings("UnnecessaryLambda") // A run asks the supplier for a stage of its own.
  private static Supplier<Stage> upper() {
    return () ->
        new Changing() {
          @Override
          public void onChunk(Chunk chunk, Outlet outlet) {
            outlet.pass(
                chunk.text().isEmpty()
                    ? chunk
                    : TestChunk.text(chunk.text().toUpperCase(Locale.ROOT)));
          }
        };
  }

  @SuppressWarnings("UnnecessaryLambda")
  private static Supplier<Stage> twice() {
    return () ->
        new Changing() {
          @Override
          public void onChunk(Chunk chunk, Outlet outlet) {
            outlet.pass(chunk);
            outlet.pass(chunk);
          }
        };
  }

  @SuppressWarnings("UnnecessaryLambda")
  private static Supplier<Stage> throwing() {
    return () -> {
      throw new IllegalStateException("no list");
    };
  }

  @SuppressWarnings({"NullAway", "UnnecessaryLambda"}) // The misbehaviour that is tested.
  private static Supplier<Stage> nothing() {
    return () -> null;
  }

  private Supplier<Stage> failing(String call, Throwable cause) {
    Sink sink = new Journal().failing("failing", call, cause);
    return () -> new Failing(sink);
  }

  private abstract static class Changing implements Stage {
    @Override
    public boolean keepsTheSum() {
      return false;
    }
  }

  /** Throws where a sink does. */
  private record Failing(Sink sink) implements Stage {
    @Override
    public String name() {
      return "failing";
    }

    @Override
    public void onOpen(StreamContext context) throws IOException {
      sink.onOpen(context);
    }

    @Override
    public void onRetry(Retry retry) throws IOException {
      sink.onRetry(retry);
    }

    @Override
    public void onChunk(Chunk chunk, Outlet outlet) throws IOException {
      sink.onChunk(chunk);
      outlet.pass(chunk);
    }

    @Override
    public void onEnd(Outcome outcome, Outlet outlet) throws IOException {
      sink.onEnd(outcome);
    }

    @Override
    public void close() throws IOException {
      sink.close();
    }
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
