package io.sluice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.ChatRequest;
import io.sluice.feed.TestSource;
import io.sluice.sink.Sink;
import io.sluice.stream.StreamException;
import io.sluice.stream.TestChunk;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BufferedSinkTest {

  private static final ChatRequest REQUEST = ChatRequest.of("m", "hi");

  private final Journal journal = new Journal();

  @Test
  void aBufferedSinkSeesEverythingInOrderBeforeItsEnd() {
    Pipeline.from(TestTransport.completing("x", "y", "z"))
        .to("a", journal.sink("a"), Delivery.required().buffered(1, Overflow.BLOCK))
        .build()
        .run(REQUEST);

    assertThat(journal.lines())
        .containsExactly(
            "a.open",
            "a.chunk x",
            "a.chunk y",
            "a.chunk z",
            "a.chunk",
            "a.end completed xyz",
            "a.close");
  }

  @Test
  void theOthersGoOnWhileABufferedSinkIsBusy() {
    var othersDone = new CountDownLatch(4);
    Sink slow = journal.sink("a", call -> awaitedIn(call, othersDone));
    Sink fast =
        chunk -> {
          othersDone.countDown();
        };

    PipelineResult result =
        Pipeline.from(TestTransport.completing("x", "y", "z"))
            .to("a", slow, Delivery.required().buffered(8, Overflow.BLOCK))
            .to("b", fast)
            .build()
            .run(REQUEST);

    assertThat(result.sinkFailures()).isEmpty();
    assertThat(journal.lines()).hasSize(7);
  }

  @Test
  void aFullBufferThatBlocksSlowsTheStreamAndDropsNothing() {
    var others = new AtomicInteger();
    var handled = new AtomicInteger();
    Sink slow =
        chunk -> assertThat(others.get()).isLessThanOrEqualTo(handled.incrementAndGet() + 2);

    PipelineResult result =
        Pipeline.from(TestTransport.completing("t".repeat(2_000).split("")))
            .to("a", slow, Delivery.required().buffered(2, Overflow.BLOCK))
            .to("b", chunk -> others.incrementAndGet())
            .build()
            .run(REQUEST);

    assertThat(result.sinkFailures()).isEmpty();
    assertThat(handled).hasValue(2_001);
  }

  @Test
  void aFullBufferThatRetiresLetsTheOthersGoOn() {
    var busy = new CountDownLatch(1);
    var othersDone = new CountDownLatch(5);
    Sink stuck =
        journal.sink(
            "a",
            call -> {
              if (call.equals("chunk")) {
                busy.countDown();
              }
              awaitedIn(call, othersDone);
            });
    Sink other =
        chunk -> {
          TestRun.awaited(busy);
          othersDone.countDown();
        };

    PipelineResult result =
        Pipeline.from(TestTransport.completing("w", "x", "y", "z"))
            .to("a", stuck, Delivery.required().buffered(1, Overflow.RETIRE))
            .to("b", other)
            .build()
            .run(REQUEST);

    assertThat(result.sinkFailures())
        .extracting(SinkFailure::message)
        .containsExactly(
            "sink 'a': fell more than 1 chunks behind; give it a larger buffer, or one that"
                + " blocks");
    assertThat(journal.lines()).startsWith("a.open", "a.chunk w").endsWith("a.close");
    assertThat(journal.lines()).noneMatch(line -> line.startsWith("a.end"));
  }

  @Test
  void aBufferedSinkThatFailsWhileTheServerIsSilentEndsTheRun() throws InterruptedException {
    var source = new TestSource();
    Run run =
        Pipeline.from(TestTransport.of(source))
            .to(
                "a",
                journal.failing("a", "chunk", new IOException("pipe is broken")),
                Delivery.required().buffered(4, Overflow.BLOCK))
            .build()
            .start(REQUEST);
    source.started.await();

    source.say(TestChunk.text("x"));

    assertThat(
            run.result().toCompletableFuture().join().outcome().failure().orElseThrow().message())
        .isEqualTo("no sink is left: sink 'a': pipe is broken");
    assertThat(journal.lines()).containsExactly("a.open", "a.chunk x", "a.close");
  }

  @Test
  void aSinkThatFailsWhileItCatchesUpWasNeverToldOfTheEnd() {
    var calls = new AtomicInteger();
    Sink diesLast =
        chunk -> {
          if (calls.incrementAndGet() == 3) {
            throw new IOException("pipe is broken");
          }
        };
    Pipeline pipeline =
        Pipeline.from(TestTransport.completing("x", "y"))
            .to("a", diesLast, Delivery.required().buffered(8, Overflow.BLOCK))
            .build();

    assertThatThrownBy(() -> pipeline.run(REQUEST))
        .isInstanceOf(StreamException.class)
        .hasMessage("failed after 3 chunks: no sink is left: sink 'a': pipe is broken");
  }

  private static void awaitedIn(String call, CountDownLatch latch) {
    if (call.equals("chunk")) {
      TestRun.awaited(latch);
    }
  }
}
