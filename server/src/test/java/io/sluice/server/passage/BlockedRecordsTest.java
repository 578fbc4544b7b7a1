package io.sluice.server.passage;

import static io.sluice.server.passage.PassedChat.EVENT;
import static io.sluice.server.passage.PassedChat.WHOLE;
import static io.sluice.server.passage.PassedChat.answer;
import static io.sluice.server.passage.PassedChat.exchange;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.server.passage.RawUpstream.Peer;
import io.sluice.sink.Sink;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records that cannot keep up, with one that can beside them. */
class BlockedRecordsTest {

  private final RawUpstream upstream = RawUpstream.open();
  private final HeldSinks blocked = new HeldSinks();

  @AfterEach
  void close() {
    blocked.release();
    upstream.close();
  }

  @Test
  void aSinkThatBlocksForEverDoesNotDelayTheClient() throws IOException {
    try (PassageRig rig = rig(blocked::sink)) {
      assertThat(exchange(rig, upstream, "", answer("", WHOLE)).body()).isEqualTo(WHOLE);
      blocked.release();
    }
  }

  /** More than may wait to be recorded comes, while nothing is recorded. */
  @Test
  void aRecordThatLagsEndsAndTheAnswerGoesOn() throws IOException {
    String much = EVENT.replace("Hi", "x".repeat(900_000)).repeat(40) + WHOLE;
    try (PassageRig rig = rig(blocked::sink)) {
      WireAnswer answer = exchange(rig, upstream, "", answer("", much));

      assertThat(answer.body()).hasSameSizeAs(much);
      blocked.release();
      assertThat(RecordedRun.of(rig, answer).lines())
          .contains("\"status\":\"truncated\"")
          .contains("lagged");
    }
  }

  /** More records are held up than a pool of threads that are shared would have. */
  @Test
  void recordsThatAreHeldUpHoldUpNoOther() throws IOException {
    var held = new CountDownLatch(50);
    var all = new AtomicInteger();
    Supplier<Sink> sinks = () -> all.getAndIncrement() < 50 ? blocked.sink(held) : chunk -> {};
    try (PassageRig rig = rig(sinks)) {
      for (int record = 0; record < 50; record++) {
        exchange(rig, upstream, "", answer("", WHOLE));
      }
      HeldSinks.join(held);
      WireAnswer free = exchange(rig, upstream, "", answer("", WHOLE));

      assertThat(RecordedRun.of(rig, free).lines()).contains("\"status\":\"completed\"");
      blocked.release();
    }
  }

  @Test
  void anAnswerThatWasReceivedWholeIsRecordedWholeThoughItsRunIsStopped() throws IOException {
    try (PassageRig rig = rig(blocked::sink)) {
      WireAnswer answer = exchange(rig, upstream, "", answer("", WHOLE));
      var run = RecordedRun.of(rig.server, answer.field("X-Sluice-Run"));
      run.stop();
      assertThat(run.json()).doesNotContain("\"status\":\"stopped\"");
      blocked.release();

      assertThat(run.lines()).contains("\"status\":\"completed\"");
    }
  }

  @Test
  void anAnswerThatWasReceivedWholeIsRecordedWholeThoughItsServerIsClosed() throws Exception {
    var ended = new CompletableFuture<Outcome>();
    var begun = new CountDownLatch(1);
    Sink late = new LateSink(begun, blocked, ended);
    PassageRig rig = rig(() -> late);
    exchange(rig, upstream, "", answer("", WHOLE));
    HeldSinks.join(begun);
    var closing = new Thread(rig::close, "closing");
    closing.start();
    while (isOpen(rig)) {}
    blocked.release();
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

  private record LateSink(CountDownLatch begun, HeldSinks blocked, CompletableFuture<Outcome> ended)
      implements Sink {

    @Override
    public void onChunk(Chunk chunk) throws IOException {
      begun.countDown();
      blocked.await();
    }

    @Override
    public void onEnd(Outcome outcome) {
      ended.complete(outcome);
    }
  }

  private PassageRig rig(Supplier<Sink> sink) {
    return PassageRig.recording(upstream.baseUrl(), Recording.BEST, sink);
  }
}
