package io.sluice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.ChatRequest;
import io.sluice.feed.TestSource;
import io.sluice.sink.Sink;
import io.sluice.stream.Status;
import io.sluice.stream.TestChunk;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  private static final ChatRequest REQUEST = ChatRequest.of("m", "hi");

  private final Journal journal = new Journal();
  private final Sink unopened = journal.failing("a", "open", new IOException("no such folder"));

  @Test
  void aSinkIsRequiredUnlessItsDeliverySaysOtherwise() {
    var silent = new TestSource();
    Pipeline.Builder pipeline = Pipeline.from(TestTransport.of(silent));

    PipelineResult result = resultOf(pipeline.to("a", unopened).to("b", journal.sink("b")));

    assertThat(result.outcome().failure().orElseThrow().message())
        .isEqualTo("sink 'a': no such folder");
    assertThat(silent.started.getCount()).isEqualTo(1);
  }

  @Test
  void anOptionalSinkThatDoesNotOpenIsLeftOut() {
    PipelineResult result =
        resultOf(
            Pipeline.from(TestTransport.completing("x"))
                .to("a", unopened, Delivery.optional())
                .to("b", journal.sink("b")));

    assertThat(result.outcome().status()).isEqualTo(Status.COMPLETED);
    assertThat(result.sinkFailures())
        .extracting(SinkFailure::message)
        .containsExactly("sink 'a': no such folder");
  }

  @Test
  void aWatchingSinkKeepsNoStreamGoing() {
    var source = TestSource.of(TestChunk.text("x"), TestChunk.text("y"));

    PipelineResult result =
        resultOf(
            Pipeline.from(TestTransport.of(source))
                .to("a", journal.sink("a"), Delivery.watching())
                .to("b", journal.failing("b", "chunk", new IOException("pipe is broken"))));

    assertThat(result.outcome().failure().orElseThrow().message())
        .isEqualTo("no sink is left: sink 'b': pipe is broken");
    assertThat(journal.lines()).contains("a.end failed x");
  }

  @Test
  void aBufferedSinkHasAThreadOfItsOwnAndTheNextOneHasNot() {
    Queue<Thread> buffered = new ConcurrentLinkedQueue<>();
    Queue<Thread> direct = new ConcurrentLinkedQueue<>();

    Pipeline.from(TestTransport.completing("x"))
        .to(
            "a",
            chunk -> buffered.add(Thread.currentThread()),
            Delivery.required().buffered(8, Overflow.BLOCK))
        .to("b", chunk -> direct.add(Thread.currentThread()))
        .build()
        .run(REQUEST);

    assertThat(buffered).doesNotContain(Thread.currentThread()).hasSize(2);
    assertThat(direct).containsOnly(Thread.currentThread());
  }

  @Test
  void aDeliveryIsNotChangedByTheOneMadeOfIt() {
    Delivery watching = Delivery.watching();
    Delivery buffered = watching.buffered(8, Overflow.RETIRE);

    assertThat(watching.buffering()).isEmpty();
    assertThat(buffered.buffering()).contains(new Buffering(8, Overflow.RETIRE));
    assertThat(buffered.need()).isEqualTo(watching.need());
  }

  @Test
  void aBufferHoldsAtLeastOneChunk() {
    assertThatThrownBy(() -> Delivery.required().buffered(0, Overflow.BLOCK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a buffer's capacity is 0; use 1 or more");
  }

  private static PipelineResult resultOf(Pipeline.Builder pipeline) {
    return pipeline.build().start(REQUEST).result().toCompletableFuture().join();
  }
}
