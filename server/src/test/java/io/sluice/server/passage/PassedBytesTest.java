package io.sluice.server.passage;

import static io.sluice.server.passage.PassedChat.OK;
import static io.sluice.server.passage.PassedChat.arrived;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.server.passage.RawUpstream.Peer;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes to the server and what comes back, byte for byte. */
class PassedBytesTest {

  private final RawUpstream upstream = RawUpstream.open();
  private final PassageRig rig = PassageRig.to(upstream.baseUrl());

  @AfterEach
  void close() {
    rig.close();
    upstream.close();
  }

  @Test
  void eachByteReachesTheClientBeforeTheNextIsSent() throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(rig.head("GET /v1/files/f/content") + "\r\n");
      try (Peer server = upstream.accept()) {
        server.until("\r\n\r\n");
        server.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
        client.until("\r\n\r\n");
        for (String letter : "bytes".split("", 0)) {
          server.send(letter);
          assertThat(client.bytes(1)).isEqualTo(letter);
        }
      }
    }
  }

  @Test
  void eachChunkReachesTheClientBeforeTheNextIsSent() throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(chat("{}"));
      try (Peer server = upstream.accept()) {
        server.until("{}");
        server.send(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream"
                + "\r\nTransfer-Encoding: chunked\r\n\r\n");
        client.until("\r\n\r\n");
        for (String letter : "data: {}\n\n".split("", 0)) {
          server.send("1\r\n" + letter + "\r\n");
          assertThat(client.until("\r\n" + letter + "\r\n")).startsWith("1\r\n");
        }
        server.send("0\r\n\r\n");
        assertThat(client.until("0\r\n\r\n")).isEqualTo("0\r\n\r\n");
      }
    }
  }

  @Test
  void eachPieceOfAnUploadReachesTheServerBeforeTheNextIsSent() throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(rig.head("POST /v1/files") + "Content-Length: 6\r\n\r\n");
      try (Peer server = upstream.accept()) {
        server.until("\r\n\r\n");
        for (String letter : "upload".split("", 0)) {
          client.send(letter);
          assertThat(server.bytes(1)).isEqualTo(letter);
        }
        server.send(OK);
        assertThat(client.until("ok")).startsWith("HTTP/1.1 200 OK\r\n");
      }
    }
  }

  @Test
  void anAnswerAmidTheUploadIsPassedAtOnce() throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(rig.head("POST /v1/files") + "Content-Length: 1000000\r\n\r\nsome");
      try (Peer server = upstream.accept()) {
        server.until("some");
        server.send("HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno");
        assertThat(client.until("no")).startsWith("HTTP/1.1 413 Too Large\r\n");
      }
      assertThat(client.isLeft()).isTrue();
    }
  }

  @Test
  void aLargeUploadOfAnyBytesArrivesAsItIs() throws IOException {
    String body = random(3_000_000);

    String sent =
        arrived(
            rig, upstream, rig.head("POST /v1/files") + "Content-Length: 3000000\r\n\r\n" + body);

    assertThat(sent.substring(sent.indexOf("\r\n\r\n") + 4)).isEqualTo(body);
  }

  /** Wherever a request and an answer are cut in reads, the same bytes arrive. */
  @Test
  void piecesMayBeCutAnywhere() throws IOException {
    var random = new Random(11);
    String body = random(300);
    for (int round = 0; round < 40; round++) {
      String request = rig.head("POST /v1/files") + chunked(body, random);
      String answer =
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n" + chunked(body, random).substring(28);
      try (Peer client = Peer.to(rig.port())) {
        cut(client, request, random);
        try (Peer server = upstream.accept()) {
          assertThat(WireAnswer.read(server.in(), any -> false).body()).isEqualTo(body);
          cut(server, answer, random);
          assertThat(WireAnswer.read(client.in(), any -> false).body()).isEqualTo(body);
        }
      }
    }
  }

  private static void cut(Peer peer, String text, Random random) throws IOException {
    for (int at = 0; at < text.length(); ) {
      int end = Math.min(text.length(), at + 1 + random.nextInt(60));
      peer.send(text.substring(at, end));
      at = end;
    }
  }

  private static String chunked(String body, Random random) {
    var text = new StringBuilder("Transfer-Encoding: chunked\r\n\r\n");
    for (int at = 0; at < body.length(); ) {
      int end = Math.min(body.length(), at + 1 + random.nextInt(90));
      text.append(Integer.toHexString(end - at)).append("\r\n");
      text.append(body, at, end).append("\r\n");
      at = end;
    }
    return text.append("0\r\n\r\n").toString();
  }

  private static String random(int length) {
    var bytes = new StringBuilder();
    new Random(7).ints(length, 0, 256).forEach(each -> bytes.append((char) each));
    return bytes.toString();
  }

  private String chat(String body) {
    return rig.head("POST /v1/chat/completions")
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }
}
