package io.sluice.pipeline;

import static io.sluice.pipeline.TestRun.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.feed.TestSource;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stage.StageException;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What becomes of the sinks and of the run if a stage throws. */
class StageFailuresTest {

  private final Journal journal = new Journal();

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
            .through(CapitalsStage::new)
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
}
