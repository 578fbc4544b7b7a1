package io.sluice.transport.netty;

import static io.sluice.transport.netty.Streams.assertCompleted;
import static io.sluice.transport.netty.Streams.outcome;
import static io.sluice.transport.netty.Wire.CHUNKED_HEAD;
import static io.sluice.transport.netty.Wire.DONE;
import static io.sluice.transport.netty.Wire.HEAD;
import static io.sluice.transport.netty.Wire.LAST;
import static io.sluice.transport.netty.Wire.chunked;
import static io.sluice.transport.netty.Wire.finish;
import static io.sluice.transport.netty.Wire.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are not what their head says, and servers that speak something else. */
class OddBodiesTest {

  private static final String EVENTS = text("Hello") + finish("stop") + DONE;
  private static final String CHUNKS =
      chunked(text("Hel")) + chunked(text("lo")) + chunked(finish("stop") + DONE) + LAST;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 5",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked, Chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 0\r\nTransfer-Encoding: CHUNKED",
        "Transfer-Encoding: identity, chunked",
      })
  void aChunkedBodyIsReadWhateverElseTheHeadSays(String fields) throws Exception {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n" + fields + "\r\n\r\n";
    assertCompleted(outcome(sending(head + CHUNKS)), "Hello");
  }

  @Test
  void aChunkedRefusalIsReadToo() throws Exception {
    String head =
        "HTTP/1.1 400 No\r\nContent-Length: 5\r\nTransfer-Encoding: chunked, chunked\r\n\r\n";
    Outcome outcome = outcome(sending(head + chunked("{\"error\":{\"message\":\"why\"}}") + LAST));
    assertThat(message(outcome)).isEqualTo("the server answered 400: why");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\n ", "\r\n  ", "\n\t"})
  void aFieldBehindABlankIsAnotherFieldHoweverItArrives(String blanks) throws Exception {
    String first = text("Hel");
    String rest = text("lo") + finish("stop") + DONE;
    StringBuilder alone = new StringBuilder();
    blanks.chars().forEach(blank -> alone.append(chunked(Character.toString(blank))));
    assertCompleted(outcome(sending(CHUNKED_HEAD + chunked(blanks + first + rest) + LAST)), "lo");
    assertCompleted(outcome(sending(CHUNKED_HEAD + alone + chunked(first + rest) + LAST)), "lo");
  }

  @Test
  void twiceTheSameLengthIsOne() throws Exception {
    String length = "Content-Length: " + EVENTS.length() + "\r\n";
    assertCompleted(
        outcome(sending("HTTP/1.1 200 OK\r\n" + length + length + "\r\n" + EVENTS)), "Hello");
  }

  @Test
  void linesOfTheHeadMayLackTheirReturn() throws Exception {
    String head = "HTTP/1.1 200 OK\nContent-Type: text/event-stream\nConnection: close\n\n";
    assertCompleted(outcome(sending(head + EVENTS)), "Hello");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/event-stream", "application/json", ""})
  void gzipWithoutItsLabelIsNamed(String type) throws Exception {
    byte[] body = gzip(EVENTS);
    assertUnreadable(
        head(200, type), body, "the body is compressed (gzip) but its head does not say");
  }

  @Test
  void zstandardWithoutItsLabelIsNamed() throws Exception {
    byte[] body = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, 0};
    assertUnreadable(head(200, "text/event-stream"), body, "the body is compressed (zstd)");
  }

  @Test
  void aRefusalInGzipWithoutItsLabelIsUnpacked() throws Exception {
    byte[] body = gzip("{\"error\":{\"message\":\"no such model\"}}");
    Outcome outcome = outcome(sending(head(404, "application/json"), body));
    assertThat(message(outcome)).startsWith("the server answered 404: no such model");
  }

  @Test
  void aRefusalInGzipThatIsCutIsUnpackedAsFarAsItCame() throws Exception {
    byte[] whole = gzip("plain words of a gateway, " + noise());
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    assertThat(message(outcome(sending(head(503, "text/plain"), cut))))
        .startsWith("the server answered 503: plain words of a gateway");
  }

  @Test
  void aLabelThatIsWrongGetsARemedy() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n";
    assertUnreadable(
        head, EVENTS.getBytes(UTF_8), "labelled as compressed", "turn compression off");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip, chunked", "gzip\r\nTransfer-Encoding: chunked", "deflate,chunked"})
  void anAnswerThatIsCompressedForTheTransferIsNamed(String codings) throws Exception {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: " + codings + "\r\n\r\n";
    byte[] body = chunked("packed").getBytes(UTF_8);
    assertUnreadable(head, body, "compressed by its Transfer-Encoding '");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate limit exceeded, try again later",
        "data not found",
        "database is down",
        "event loop is closed\n",
        "identity unknown: who are you?",
        "retries exhausted",
        "id",
        "da",
        "  internal error",
        "upstream says no",
      })
  void plainTextIsQuotedWhateverItsFirstLetter(String words) throws Exception {
    for (String type : new String[] {"text/plain", "application/json"}) {
      Outcome outcome = outcome(bytewise(head(200, type), words));
      assertThat(outcome.status()).isEqualTo(Status.FAILED);
      assertThat(message(outcome)).contains(words.strip());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"data: ", ":\n\ndata:", "event: message\ndata:", "id\ndata:", "\n\n \ndata:"})
  void aStreamIsOneUnderAnyLabelAndAtAnyCut(String opening) throws Exception {
    String body = opening + EVENTS.substring("data:".length());
    for (String type : new String[] {"text/plain", "application/json", "text/event-stream", ""}) {
      assertCompleted(outcome(bytewise(head(200, type), body)), "Hello");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'HTTP/1.1 000 X\r\n\r\n', 'the response has the status 0'",
    "'HTTP/1.1 099 X\r\n\r\n', 'the response has the status 99'",
    "'\u0015\u0003\u0001\u0000\u0002\u0002F', 'speaks TLS and no plain HTTP; use https://'",
  })
  void whatIsNoAnswerOfHttpIsNamed(String bytes, String line) throws Exception {
    assertUnreadable("", bytes.getBytes(ISO_8859_1), line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AAAGBAAAAAAAAAUAAEAA",
        "AAAABAAAAAAAAAAIBwAAAAAAAAAAAAAAAQ==",
        "AAASBAAAAAAAAAMAAACAAAQAAQAAAAUA////",
      })
  void aServerThatSpeaksHttp2AloneIsNamed(String settings) throws Exception {
    assertUnreadable("", Base64.getDecoder().decode(settings), "HTTP/2", "offer HTTP/1.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><title>400 The plain HTTP request was sent to HTTPS port</title></html>",
        "Client sent an HTTP request to an HTTPS server.\n",
        "Reason: You're speaking plain HTTP to an SSL-enabled server port.<br />",
        "Bad Request\nThis combination of host and port requires TLS.\n",
      })
  void aServerThatAwaitsTlsIsSaidTo(String body) throws Exception {
    assertThat(message(outcome(sending(Wire.response(400, "", body)))))
        .endsWith("answered 400: it speaks TLS and got plain HTTP; use https:// in the URL");
  }

  @Test
  void anEndlessLineBehindTheHeadIsNotTakenForTheHead() throws Exception {
    String extension = "5;" + "x".repeat(1 << 20);
    assertUnreadable(
        Wire.CHUNKED_HEAD,
        extension.getBytes(UTF_8),
        "a chunk of the body begins with a line longer");
  }

  @Test
  void aServerThatHangsUpWithoutAWordMayBeTheWrongOne() throws Exception {
    Outcome outcome = outcome(RawServer.Peer::readRequest);
    assertThat(message(outcome))
        .endsWith("did not answer: the connection was closed; check scheme and port of the URL");
  }

  @Test
  void theWordsUnderAStreamsLabelReachTheDialect() throws Exception {
    Outcome outcome = outcome(sending(HEAD + "rate limit exceeded, try again later"));
    assertThat(Streams.kinds(outcome)).contains(Irregularity.Kind.UNKNOWN_FIELD);
  }

  private static RawServer.Script bytewise(String head, String body) {
    return peer -> {
      peer.readRequest();
      peer.write(head);
      for (byte each : body.getBytes(UTF_8)) {
        peer.write(new String(new byte[] {each}, UTF_8));
      }
      peer.socket().shutdownOutput();
      peer.awaitClose();
    };
  }

  private static RawServer.Script sending(String answer) {
    return Streams.sending(answer);
  }

  private static RawServer.Script sending(String head, byte[] body) {
    return peer -> {
      peer.readRequest();
      peer.write(head);
      peer.socket().getOutputStream().write(body);
      peer.socket().shutdownOutput();
      peer.awaitClose();
    };
  }

  private static void assertUnreadable(String head, byte[] body, String... words) throws Exception {
    Outcome outcome = outcome(sending(head, body));
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.failure()).get().isInstanceOf(Failure.Protocol.class);
    assertThat(message(outcome)).contains(words);
    assertThat(outcome.timing().attempts()).isEqualTo(1);
  }

  private static String head(int status, String type) {
    String field = type.isEmpty() ? "" : "Content-Type: " + type + "\r\n";
    return "HTTP/1.1 " + status + " X\r\nConnection: close\r\n" + field + "\r\n";
  }

  private static byte[] gzip(String text) throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }

  private static String noise() {
    return new Random(3)
        .ints(3_000, 'a', 'z')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String message(Outcome outcome) {
    return outcome.failure().map(Failure::message).orElse("none");
  }
}
