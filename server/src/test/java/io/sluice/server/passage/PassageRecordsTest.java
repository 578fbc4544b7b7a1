package io.sluice.server.passage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.pipeline.Delivery;
import io.sluice.server.limits.Limits;
import io.sluice.server.passage.RawUpstream.Peer;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.wire.Endpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is recorded of passed requests, and that nothing of it reaches the client. */
class PassageRecordsTest {

  private static final String ASKED =
      "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"?\"}]}";
  private static final String EVENT =
      "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"}}]}\n\n";
  private static final String WHOLE =
      EVENT
          + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n"
          + "\ndata: [DONE]\n\n";

  private final RawUpstream upstream = RawUpstream.open();
  private final CountDownLatch released = new CountDownLatch(1);

  @AfterEach
  void close() {
    released.countDown();
    upstream.close();
  }

  @Test
  void anAnswerIsRecordedWithItsRequest() throws IOException {
    try (PassageRig rig = PassageRig.to(upstream.baseUrl())) {
      WireAnswer answer = asked(rig, "", "", WHOLE);

      assertThat(answer.body()).isEqualTo(WHOLE);
      assertThat(lines(rig, answer))
          .contains("\"role\":\"user\",\"content\":\"?\"")
          .contains("\"content\":\"Hi\"")
          .contains("\"status\":\"completed\"");
    }
  }

  @Test
  void anAnswerThatIsPackedIsPassedAsItIsAndRecordedUnpacked() throws IOException {
    try (PassageRig rig = PassageRig.to(upstream.baseUrl())) {
      String packed = gzip(WHOLE);

      WireAnswer answer = asked(rig, "", "Content-Encoding: gzip\r\n", packed);

      assertThat(answer.body()).isEqualTo(packed);
      assertThat(answer.field("Content-Encoding")).isEqualTo("gzip");
      assertThat(lines(rig, answer))
          .contains("\"content\":\"Hi\"")
          .contains("\"status\":\"completed\"");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate | gzip, deflate",
        "gzip;q=0.5,  br, zstd;q=1 | gzip;q=0.5",
        "br, zstd | identity",
        "br;q=0, * | br;q=0",
        "GZIP | GZIP",
      })
  void codingsThatARecordCannotBeReadInAreNotAskedFor(String accepted, String passed)
      throws IOException {
    try (PassageRig rig = PassageRig.to(upstream.baseUrl());
        Peer client = Peer.to(rig.port())) {
      client.send(chat(rig, "Accept-Encoding: " + accepted + "\r\n"));
      try (Peer server = upstream.accept()) {
        assertThat(server.until(ASKED)).contains("\r\nAccept-Encoding: " + passed + "\r\n");
      }
    }
  }

  @Test
  void codingsOfWhatIsNotRecordedAreLeftAlone() throws IOException {
    try (PassageRig rig = PassageRig.to(upstream.baseUrl());
        Peer client = Peer.to(rig.port())) {
      client.send(rig.head("GET /v1/models") + "Accept-Encoding: br\r\n\r\n");
      try (Peer server = upstream.accept()) {
        assertThat(server.until("\r\n\r\n")).contains("\r\nAccept-Encoding: br\r\n");
      }
    }
  }

  @Test
  void anErrorIsPassedAsItIsAndRecordedAsAFailure() throws IOException {
    String error = "{\"error\":{\"message\":\"Slow down.\",\"type\":\"requests\"}}";
    try (PassageRig rig = PassageRig.to(upstream.baseUrl());
        Peer client = Peer.to(rig.port())) {
      client.send(chat(rig, ""));
      try (Peer server = upstream.accept()) {
        server.until(ASKED);
        server.send(
            "HTTP/1.1 429 Too Many Requests\r\nContent-Type: application/json\r\nContent-Length: "
                + error.length()
                + "\r\n\r\n"
                + error);
        WireAnswer answer = WireAnswer.read(client.in(), body -> false);

        assertThat(answer.body()).isEqualTo(error);
        assertThat(lines(rig, answer)).contains("\"status\":\"failed\"").contains("Slow down.");
      }
    }
  }

  @Test
  void theKeyOfTheClientIsMaskedInTheRecordAndInNothingElse() throws IOException {
    String key = "sk-secret-1234567890";
    String telling = EVENT.replace("Hi", "It is " + key) + WHOLE;
    try (PassageRig rig = PassageRig.to(upstream.baseUrl())) {
      WireAnswer answer = asked(rig, "Authorization: Bearer " + key + "\r\n", "", telling);

      assertThat(answer.body()).isEqualTo(telling);
      assertThat(lines(rig, answer)).doesNotContain(key).contains("It is ***");
    }
  }

  @Test
  void aSinkThatBlocksForEverDoesNotDelayTheClient() throws IOException {
    try (PassageRig rig = rig(Recording.BEST, this::blocked)) {
      assertThat(asked(rig, "", "", WHOLE).body()).isEqualTo(WHOLE);
      released.countDown();
    }
  }

  @Test
  void aSinkThatThrowsDoesNotChangeTheAnswerAndTheRecordSaysSo() throws IOException {
    Sink throwing =
        new Sink() {
          @Override
          public void onChunk(Chunk chunk) {
            throw new IllegalStateException("the disk is full");
          }
        };
    try (PassageRig rig = rig(Recording.BEST, () -> throwing)) {
      WireAnswer answer = asked(rig, "", "", WHOLE);

      assertThat(answer.body()).isEqualTo(WHOLE);
      assertThat(lines(rig, answer)).contains("\"status\":\"completed\"");
      assertThat(ended(rig, answer)).contains("the disk is full");
    }
  }

  /** More than may wait to be recorded comes, while nothing is recorded. */
  @Test
  void aRecordThatLagsEndsAndTheAnswerGoesOn() throws IOException {
    String much = EVENT.replace("Hi", "x".repeat(900_000)).repeat(40) + WHOLE;
    try (PassageRig rig = rig(Recording.BEST, this::blocked)) {
      WireAnswer answer = asked(rig, "", "", much);

      assertThat(answer.body()).hasSameSizeAs(much);
      released.countDown();
      assertThat(lines(rig, answer)).contains("\"status\":\"truncated\"").contains("lagged");
    }
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
    try (PassageRig rig = rig(Recording.REQUIRED, () -> closed);
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
    try (PassageRig rig = rig(Recording.REQUIRED, () -> slow);
        Peer client = Peer.to(rig.port())) {
      client.send(chat(rig, ""));
      try (Peer server = upstream.accept()) {
        assertThat(opened.getCount()).isZero();
        server.until(ASKED);
        server.send(answer("", WHOLE));
        WireAnswer answer = WireAnswer.read(client.in(), body -> false);

        assertThat(answer.body()).isEqualTo(WHOLE);
        assertThat(lines(rig, answer)).contains("\"content\":\"?\"").contains("completed");
      }
    }
  }

  /** More comes than may wait to be recorded, and is read only as it is recorded. */
  @Test
  void aRecordThatIsRequiredSlowsItsClientAndIsWhole() throws IOException {
    String much = EVENT.replace("Hi", "x".repeat(900_000)).repeat(20) + WHOLE;
    try (PassageRig rig = rig(Recording.REQUIRED, this::blocked);
        Peer client = Peer.to(rig.port())) {
      client.send(chat(rig, ""));
      try (Peer server = upstream.accept()) {
        server.until(ASKED);
        var sending = new Thread(() -> sendAll(server, answer("", much)), "answer");
        sending.start();
        String run = run(client.until("\r\n\r\n"));
        client.bytes(4 << 20);
        released.countDown();
        assertThat(client.bytes(much.length() - (4 << 20))).endsWith("[DONE]\n\n");
        assertThat(RecordedRun.of(rig.server, run).json()).doesNotContain("lagged");
        assertThat(RecordedRun.of(rig.server, run).lines()).contains("\"status\":\"completed\"");
      }
    }
  }

  @Test
  void whereThereAreTooManyRunsARequestIsPassedOnWithoutARecord() throws IOException {
    try (PassageRig rig =
            PassageRig.to(
                Endpoint.of(upstream.baseUrl()),
                passage -> passage,
                server -> server.limits(Limits.builder().liveRuns(1).build()));
        Peer first = Peer.to(rig.port())) {
      first.send(chat(rig, ""));
      try (Peer server = upstream.accept()) {
        server.until(ASKED);
        server.send(answer("", WHOLE).substring(0, 200));
        String run = run(first.until("\r\n\r\n"));
        RecordedRun.of(rig.server, run).awaitKept();

        assertThat(asked(rig, "", "", WHOLE).body()).isEqualTo(WHOLE);
      }
    }
  }

  @Test
  void whatIsNoRequestToAModelIsNotRecorded() throws IOException {
    try (PassageRig rig = PassageRig.to(upstream.baseUrl());
        Peer client = Peer.to(rig.port())) {
      client.send(rig.head("POST /v1/embeddings") + "Content-Length: 2\r\n\r\n{}");
      try (Peer server = upstream.accept()) {
        server.until("{}");
        server.send(answer("", "{}"));

        assertThat(WireAnswer.read(client.in(), body -> false).field("X-Sluice-Run")).isEmpty();
      }
    }
  }

  /** A sink that takes its first chunk when the test lets it. */
  private Sink blocked() {
    return new Sink() {
      @Override
      public void onChunk(Chunk chunk) throws IOException {
        try {
          released.await();
        } catch (InterruptedException interrupted) {
          throw new InterruptedIOException();
        }
      }
    };
  }

  private PassageRig rig(Recording rule, Supplier<Sink> sink) {
    Delivery delivery = rule == Recording.REQUIRED ? Delivery.required() : Delivery.optional();
    return PassageRig.to(
        Endpoint.of(upstream.baseUrl()),
        passage -> passage.record(rule),
        server -> server.to("test", sink, delivery));
  }

  private WireAnswer asked(PassageRig rig, String more, String fields, String body)
      throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(chat(rig, more));
      try (Peer server = upstream.accept()) {
        server.until(ASKED);
        var sending = new Thread(() -> sendAll(server, answer(fields, body)), "answer");
        sending.start();
        return WireAnswer.read(client.in(), text -> false);
      }
    }
  }

  private static void sendAll(Peer server, String answer) {
    try {
      server.send(answer);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String answer(String fields, String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
        + fields
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static String run(String head) {
    return head.replaceAll("(?s).*X-Sluice-Run: (\\S+).*", "$1");
  }

  private static String lines(PassageRig rig, WireAnswer answer) throws IOException {
    return RecordedRun.of(rig.server, answer.field("X-Sluice-Run")).lines();
  }

  private static String ended(PassageRig rig, WireAnswer answer) throws IOException {
    return RecordedRun.of(rig.server, answer.field("X-Sluice-Run")).json();
  }

  private static String chat(PassageRig rig, String more) {
    return rig.head("POST /v1/chat/completions")
        + more
        + "Content-Length: "
        + ASKED.length()
        + "\r\n\r\n"
        + ASKED;
  }

  private static String gzip(String text) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(ISO_8859_1));
    }
    return packed.toString(ISO_8859_1);
  }
}
