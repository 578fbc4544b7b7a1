package io.sluice.server.passage;

import static io.sluice.server.passage.PassedChat.chat;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.server.passage.RawUpstream.Peer;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that takes a connection, and says nothing on it. */
class SilentUpstreamTest {

  @Tag("thorough") // The limit of ten seconds is awaited.
  @Test
  void aConnectionThatTakesTooLongIsSaid() throws IOException {
    try (RawUpstream silent = RawUpstream.open();
        PassageRig rig = PassageRig.to(silent.baseUrl().replace("http:", "https:"));
        Peer client = Peer.to(rig.port())) {
      client.send(chat(rig, ""));
      try (Peer server = silent.accept()) {
        assertThat(client.until("}}"))
            .startsWith("HTTP/1.1 504 ")
            .contains("\"code\":\"connect_timeout\"", "the endpoint 'default'");
        assertThat(server.isLeft()).isTrue();
      }
    }
  }
}
