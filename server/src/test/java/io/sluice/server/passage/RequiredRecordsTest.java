package io.sluice.server.passage;

import static io.sluice.server.passage.PassedChat.ASKED;
import static io.sluice.server.passage.PassedChat.EVENT;
import static io.sluice.server.passage.PassedChat.WHOLE;
import static io.sluice.server.passage.PassedChat.answer;
import static io.sluice.server.passage.PassedChat.chat;
import static io.sluice.server.passage.PassedChat.run;
import static io.sluice.server.passage.PassedChat.sending;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.server.passage.RawUpstream.Peer;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Records that are required: nothing is sent without them, and nothing faster than they take it.
 */
class RequiredRecordsTest {

  private final RawUpstream upstream = RawUpstream.open();
  private final HeldSinks held = new HeldSinks();

  @AfterEach
  void close() {
    held.release();
    upstream.close();
  }

  @Test
  void aRecordThatIsRequiredAndCannotBeOpenedRefusesTheRequest() throws IOException {
    Sink closed =
        new Sink() {
          @Override
          public void onOpen(StreamContext context) {
            throw new IllegalStateException("no such folder");
          }

          @Override
          public void onChunk(Chunk chunk) {}
        };
    try (PassageRig rig = rig(() -> closed);
        Peer client = Peer.to(rig.port())) {
      client.send(chat(rig, ""));

      assertThat(client.until("}}"))
          .startsWith("HTTP/1.1 503 ")
          .contains("\"code\":\"recorder_unavailable\"");
    }
  }

  @Test
  void aRecordThatIsRequiredIsOpenBeforeTheRequestIsPassedOn() throws IOException {
    CountDownLatch opened = new CountDownLatch(1);
    Sink slow =
        new Sink() {
          @Override
          public void onOpen(StreamContext context) {
            opened.countDown();
          }

          @Override
          public void onChunk(Chunk chunk) {}
        };
    try (PassageRig rig = rig(() -> slow);
        Peer client = Peer.to(rig.port())) {
      client.send(chat(rig, ""));
      try (Peer server = upstream.accept()) {
        assertThat(opened.getCount()).isZero();
        server.until(ASKED);
        server.send(answer("", WHOLE));
        WireAnswer answer = WireAnswer.read(client.in(), body -> false);

        assertThat(answer.body()).isEqualTo(WHOLE);
        assertThat(RecordedRun.of(rig, answer).lines())
            .contains("\"content\":\"?\"")
            .contains("completed");
      }
    }
  }

  /** More comes than may wait to be recorded, and is read only as it is recorded. */
  @Test
  void aRecordThatIsRequiredSlowsItsClientAndIsWhole() throws IOException {
    String much = EVENT.replace("Hi", "x".repeat(900_000)).repeat(20) + WHOLE;
    try (PassageRig rig = rig(held::sink);
        Peer client = Peer.to(rig.port())) {
      client.send(chat(rig, ""));
      try (Peer server = upstream.accept()) {
        server.until(ASKED);
        sending(server, answer("", much));
        String run = run(client.until("\r\n\r\n"));
        client.bytes(4 << 20);
        held.release();
        assertThat(client.bytes(much.length() - (4 << 20))).endsWith("[DONE]\n\n");
        assertThat(RecordedRun.of(rig.server, run).json()).doesNotContain("lagged");
        assertThat(RecordedRun.of(rig.server, run).lines()).contains("\"status\":\"completed\"");
      }
    }
  }

  private PassageRig rig(Supplier<Sink> sink) {
    return PassageRig.recording(upstream.baseUrl(), Recording.REQUIRED, sink);
  }
}
