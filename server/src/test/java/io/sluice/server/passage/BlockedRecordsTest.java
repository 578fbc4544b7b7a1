package io.sluice.server.passage;

import static io.sluice.server.passage.PassedChat.EVENT;
import static io.sluice.server.passage.PassedChat.WHOLE;
import static io.sluice.server.passage.PassedChat.answer;
import static io.sluice.server.passage.PassedChat.exchange;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.pipeline.Delivery;
import io.sluice.server.passage.RawUpstream.Peer;
import io.sluice.sink.Sink;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records that cannot keep up, with one that can beside them. */
class BlockedRecordsTest {

  private final RawUpstream upstream = RawUpstream.open();
  private final CountDownLatch released = new CountDownLatch(1);

  @AfterEach
  void close() {
    released.countDown();
    upstream.close();
  }

  @Test
  void aSinkThatBlocksForEverDoesNotDelayTheClient() throws IOException {
    try (PassageRig rig = rig(this::blocked)) {
      assertThat(exchange(rig, upstream, "", answer("", WHOLE)).body()).isEqualTo(WHOLE);
      released.countDown();
    }
  }

  /** More than may wait to be recorded comes, while nothing is recorded. */
  @Test
  void aRecordThatLagsEndsAndTheAnswerGoesOn() throws IOException {
    String much = EVENT.replace("Hi", "x".repeat(900_000)).repeat(40) + WHOLE;
    try (PassageRig rig = rig(this::blocked)) {
      WireAnswer answer = exchange(rig, upstream, "", answer("", much));

      assertThat(answer.body()).hasSameSizeAs(much);
      released.countDown();
      assertThat(lines(rig, answer)).contains("\"status\":\"truncated\"").contains("lagged");
    }
  }

  /** More records are held up than a pool of threads that are shared would have. */
  @Test
  void recordsThatAreHeldUpHoldUpNoOther() throws IOException {
    var held = new CountDownLatch(50);
    var all = new AtomicInteger();
    Supplier<Sink> sinks = () -> all.getAndIncrement() < 50 ? blocked(held) : chunk -> {};
    try (PassageRig rig = rig(sinks)) {
      for (int record = 0; record < 50; record++) {
        exchange(rig, upstream, "", answer("", WHOLE));
      }
      join(held);
      WireAnswer free = exchange(rig, upstream, "", answer("", WHOLE));

      assertThat(lines(rig, free)).contains("\"status\":\"completed\"");
      released.countDown();
    }
  }

  @Test
  void anAnswerThatWasReceivedWholeIsRecordedWholeThoughItsRunIsStopped() throws IOException {
    try (PassageRig rig = rig(this::blocked)) {
      WireAnswer answer = exchange(rig, upstream, "", answer("", WHOLE));
      var run = RecordedRun.of(rig.server, answer.field("X-Sluice-Run"));
      run.stop();
      assertThat(run.json()).doesNotContain("\"status\":\"stopped\"");
      released.countDown();

      assertThat(run.lines()).contains("\"status\":\"completed\"");
    }
  }

  @Test
  void anAnswerThatWasReceivedWholeIsRecordedWholeThoughItsServerIsClosed() throws Exception {
    var ended = new CompletableFuture<Outcome>();
    var begun = new CountDownLatch(1);
    Sink late = new LateSink(begun, released, ended);
    PassageRig rig = rig(() -> late);
    exchange(rig, upstream, "", answer("", WHOLE));
    join(begun);
    var closing = new Thread(rig::close, "closing");
    closing.start();
    while (isOpen(rig)) {}
    released.countDown();
    closing.join();

    assertThat(ended).isCompletedWithValueMatching(end -> end.status() == Status.COMPLETED);
  }

  /** A port that is closed is the first that is seen of a server that ends. */
  private static boolean isOpen(PassageRig rig) {
    try {
      Peer.to(rig.port()).close();
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private record LateSink(
      CountDownLatch begun, CountDownLatch released, CompletableFuture<Outcome> ended)
      implements Sink {

    @Override
    public void onChunk(Chunk chunk) throws IOException {
      begun.countDown();
      join(released);
    }

    @Override
    public void onEnd(Outcome outcome) {
      ended.complete(outcome);
    }
  }

  /** A sink that takes its first chunk when the test lets it. */
  private Sink blocked() {
    return blocked(new CountDownLatch(1));
  }

  private Sink blocked(CountDownLatch held) {
    return chunk -> {
      held.countDown();
      join(released);
    };
  }

  private static void join(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new InterruptedIOException();
    }
  }

  private PassageRig rig(Supplier<Sink> sink) {
    return PassageRig.to(
        Endpoint.of(upstream.baseUrl()),
        passage -> passage.record(Recording.BEST),
        server -> server.to("test", sink, Delivery.optional()));
  }

  private static String lines(PassageRig rig, WireAnswer answer) throws IOException {
    return RecordedRun.of(rig.server, answer.field("X-Sluice-Run")).lines();
  }
}
