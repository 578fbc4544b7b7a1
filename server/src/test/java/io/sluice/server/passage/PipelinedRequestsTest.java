package io.sluice.server.passage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.server.passage.RawUpstream.Peer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests that a client sends before the last one is answered. */
class PipelinedRequestsTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private final RawUpstream upstream = RawUpstream.open();
  private final PassageRig rig = PassageRig.to(upstream.baseUrl());

  @AfterEach
  void close() {
    rig.close();
    upstream.close();
  }

  /** The second one finds a connection that is open, and all of it has been read. */
  @Test
  void theNextOneIsPassedOnWithItsBodyWhenTheLastIsAnswered() throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(upload("first") + upload("other") + upload("third"));
      try (Peer server = upstream.accept()) {
        for (String body : new String[] {"first", "other", "third"}) {
          server.until(body);
          server.send(OK);
          assertThat(client.until("\r\n\r\nok")).startsWith("HTTP/1.1 200 OK\r\n");
        }
      }
    }
  }

  @Test
  void aClientThatLeavesBehindTheNextOneIsSeen() throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(upload("first") + upload("other"));
      try (Peer server = upstream.accept()) {
        server.until("first");
        client.leave();
        assertThat(server.isLeft()).isTrue();
      }
    }
  }

  private String upload(String body) {
    return rig.head("POST /v1/files") + "Content-Length: " + body.length() + "\r\n\r\n" + body;
  }
}
