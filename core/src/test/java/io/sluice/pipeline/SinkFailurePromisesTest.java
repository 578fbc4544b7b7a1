package io.sluice.pipeline;

import static io.sluice.pipeline.TestRun.REQUEST;
import static io.sluice.pipeline.TestRun.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.feed.TestSource;
import io.sluice.sink.Sink;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import io.sluice.stream.TestChunk;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The promises P6 and P9 of docs/sink-contract.md: what becomes of a run whose sinks fail. */
class SinkFailurePromisesTest {

  private final Journal journal = new Journal();

  @Test
  void p6WhateverASinkThrowsRetiresItAloneAndIsReported() {
    for (Throwable cause :
        List.of(new IOException("x y"), new IllegalStateException(), new AssertionError("x y"))) {
      var calls = new Journal();
      Pipeline pipeline =
          Pipeline.from(TestTransport.completing("x", "y"))
              .to("a", calls.failing("a", "chunk", cause))
              .to("b", calls.sink("b"))
              .build();

      PipelineResult result = pipeline.run(REQUEST);

      assertThat(result.sinkFailures())
          .containsExactly(new SinkFailure("a", SinkFailure.Phase.CHUNK, cause));
      assertThat(calls.lines())
          .containsExactly(
              "a.open",
              "b.open",
              "a.chunk x",
              "b.chunk x",
              "b.chunk y",
              "b.chunk",
              "b.end completed xy",
              "b.close",
              "a.close");
    }
  }

  @Test
  void p6FailuresInEndAndCloseAreReportedAndChangeNothingElse() {
    Sink a =
        journal.sink(
            "a",
            call -> {
              if (call.equals("end") || call.equals("close")) {
                throw new IOException("disk full, in " + call);
              }
            });

    PipelineResult result = run(TestTransport.completing("x"), a, journal.sink("b"));

    assertThat(result.outcome().status()).isEqualTo(Status.COMPLETED);
    assertThat(result.sinkFailures())
        .extracting(SinkFailure::message)
        .containsExactly("sink 'a': disk full, in end", "sink 'a': disk full, in close");
    assertThat(journal.lines())
        .endsWith("a.end completed x", "b.end completed x", "b.close", "a.close");
  }

  @Test
  void p6AVirtualMachineErrorEndsTheStreamAndIsThrownAgain() {
    var source = TestSource.of(TestChunk.text("x"), TestChunk.text("y"));
    var fatal = new OutOfMemoryError("Java heap space");

    assertThatThrownBy(
            () ->
                run(
                    TestTransport.of(source),
                    journal.failing("a", "chunk", fatal),
                    journal.sink("b")))
        .isSameAs(fatal)
        .hasSuppressedException(fatal.getSuppressed()[0]);

    Outcome outcome = ((StreamException) fatal.getSuppressed()[0]).outcome();
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.failure()).contains(new Failure.Sinks("sink 'a': Java heap space"));
    assertThat(outcome.completion().text()).isEqualTo("x");
    assertThat(source.cancelled.getCount()).isZero();
    assertThat(journal.lines())
        .containsExactly(
            "a.open", "b.open", "a.chunk x", "b.chunk x", "b.end failed x", "b.close", "a.close");
  }

  @Test
  void p9WithNoLiveSinkTheStreamIsCancelledAndTheRunFails() {
    var source = TestSource.of(TestChunk.text("x"), TestChunk.text("y"));
    var broken = new IOException("pipe is broken");

    StreamException thrown =
        catchThrowableOfType(
            StreamException.class,
            () -> run(TestTransport.of(source), journal.failing("a", "chunk", broken)));

    assertThat(source.cancelled.getCount()).isZero();
    assertThat(thrown)
        .hasMessage("failed after 1 chunk: no sink is left: sink 'a': pipe is broken");
    assertThat(thrown.outcome().completion().text()).isEqualTo("x");
    assertThat(journal.lines()).containsExactly("a.open", "a.chunk x", "a.close");
  }

  @Test
  void p9HoldsForTheLastChunkToo() {
    var calls = new AtomicInteger();
    Sink diesLast =
        chunk -> {
          if (calls.incrementAndGet() == 3) {
            throw new IOException("pipe is broken");
          }
        };

    StreamException thrown =
        catchThrowableOfType(
            StreamException.class, () -> run(TestTransport.completing("x", "y"), diesLast));

    assertThat(thrown.outcome().status()).isEqualTo(Status.FAILED);
    assertThat(thrown.outcome().completion().text()).isEqualTo("xy");
  }

  @Test
  void p9IfEverySinkIsOptionalAndNoneOpensNothingIsSent() {
    TestSource source = TestSource.completing("x");
    Pipeline pipeline =
        Pipeline.from(TestTransport.of(source))
            .to(
                "a",
                journal.failing("a", "open", new IOException("no such folder")),
                Delivery.optional())
            .build();

    assertThatThrownBy(() -> pipeline.run(REQUEST))
        .hasMessage("failed after 0 chunks: no sink is left: sink 'a': no such folder");
    assertThat(source.started.getCount()).isEqualTo(1);
  }

  @Test
  void p9ASinkThatWatchesKeepsNoStreamAliveAndIsToldTheEnd() {
    TestSource source = TestSource.of(TestChunk.text("x"), TestChunk.text("y"));
    Pipeline pipeline =
        Pipeline.from(TestTransport.of(source))
            .to("a", journal.failing("a", "chunk", new IOException("pipe is broken")))
            .to("b", journal.sink("b"), Delivery.watching())
            .build();

    assertThatThrownBy(() -> pipeline.run(REQUEST))
        .hasMessage("failed after 1 chunk: no sink is left: sink 'a': pipe is broken");
    assertThat(source.cancelled.getCount()).isZero();
    assertThat(journal.lines())
        .containsExactly(
            "a.open", "b.open", "a.chunk x", "b.chunk x", "b.end failed x", "b.close", "a.close");
  }
}
