package io.sluice.server.passage;

import static io.sluice.server.passage.PassedChat.ASKED;
import static io.sluice.server.passage.PassedChat.EVENT;
import static io.sluice.server.passage.PassedChat.WHOLE;
import static io.sluice.server.passage.PassedChat.answer;
import static io.sluice.server.passage.PassedChat.chat;
import static io.sluice.server.passage.PassedChat.exchange;
import static io.sluice.server.passage.PassedChat.run;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.pipeline.Delivery;
import io.sluice.server.limits.Limits;
import io.sluice.server.passage.RawUpstream.Peer;
import io.sluice.sink.Sink;
import io.sluice.stream.Chunk;
import io.sluice.wire.Endpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is recorded of passed requests, and that nothing of it reaches the client. */
class PassageRecordsTest {

  private final RawUpstream upstream = RawUpstream.open();

  @AfterEach
  void close() {
    upstream.close();
  }

  @Test
  void anAnswerIsRecordedWithItsRequest() throws IOException {
    try (PassageRig rig = PassageRig.to(upstream.baseUrl())) {
      WireAnswer answer = asked(rig, "", "", WHOLE);

      assertThat(answer.body()).isEqualTo(WHOLE);
      assertThat(RecordedRun.of(rig, answer).lines())
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
      assertThat(RecordedRun.of(rig, answer).lines())
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
        assertThat(RecordedRun.of(rig, answer).lines())
            .contains("\"status\":\"failed\"")
            .contains("Slow down.");
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
      assertThat(RecordedRun.of(rig, answer).lines()).doesNotContain(key).contains("It is ***");
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
    try (PassageRig rig =
        PassageRig.to(
            Endpoint.of(upstream.baseUrl()),
            passage -> passage,
            server -> server.to("test", () -> throwing, Delivery.optional()))) {
      WireAnswer answer = asked(rig, "", "", WHOLE);

      assertThat(answer.body()).isEqualTo(WHOLE);
      assertThat(RecordedRun.of(rig, answer).lines()).contains("\"status\":\"completed\"");
      assertThat(ended(rig, answer)).contains("the disk is full");
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

  private WireAnswer asked(PassageRig rig, String more, String fields, String body)
      throws IOException {
    return exchange(rig, upstream, more, answer(fields, body));
  }

  private static String ended(PassageRig rig, WireAnswer answer) throws IOException {
    return RecordedRun.of(rig.server, answer.field("X-Sluice-Run")).json();
  }

  private static String gzip(String text) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(ISO_8859_1));
    }
    return packed.toString(ISO_8859_1);
  }
}
